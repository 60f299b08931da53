package dev.sillage.calculation.factor;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A whole factor set: typed, indexed, immutable, and checked before anybody can see it. The first bad row stops the
 * loading with a {@link FactorException} that says where it is and how to mend it.
 */
public final class FactorCatalogue {
    private static final Set<String> TABLES =
            Set.of(Zones.FILE, ModelEntry.FILE, ModelClass.FILE, Provider.FILE, FactorFiles.VERSION);

    private final String version;
    private final FactorIndex index = new FactorIndex();
    private final Zones zones;
    private final ModelRegistry models;
    private final List<ModelClass> modelClasses;
    private final Providers providers;

    private FactorCatalogue(FactorFiles files) {
        version = files.version();
        zones = new Zones(table(files, Zones.FILE, Zones.HEADER));
        models = new ModelRegistry(table(files, ModelEntry.FILE, ModelEntry.HEADER));
        modelClasses = ModelClass.all(table(files, ModelClass.FILE, ModelClass.HEADER));
        providers = new Providers(table(files, Provider.FILE, Provider.HEADER), zones, models);
        FactorReader reader = new FactorReader(zones);
        for (Map.Entry<String, byte[]> file : files.byName().entrySet()) {
            if (!TABLES.contains(file.getKey())) {
                for (CsvRow row : CsvTable.read(file.getKey(), file.getValue(), FactorReader.HEADER)) {
                    index.add(reader.read(row), row.file() + " line " + row.line());
                }
            }
        }
        RequiredFactors.check(index, modelZones());
        RegistryFactors registry = new RegistryFactors(index);
        models.entries().forEach(registry::add);
        modelClasses.forEach(registry::add);
        providers.all().forEach(registry::add);
    }

    private static List<CsvRow> table(FactorFiles files, String name, List<String> header) {
        return CsvTable.read(name, files.required(name), header);
    }

    private List<String> modelZones() {
        return providers.all().stream()
                .flatMap(provider -> Optional.ofNullable(provider.zone()).stream())
                .distinct()
                .toList();
    }

    /** The set that is built in. */
    public static FactorCatalogue load() {
        return new FactorCatalogue(FactorFiles.builtIn());
    }

    /** The set in a directory, which must be whole: nothing is taken from the built-in set. */
    public static FactorCatalogue load(Path directory) {
        return new FactorCatalogue(FactorFiles.in(directory));
    }

    static FactorCatalogue load(FactorFiles files) {
        return new FactorCatalogue(files);
    }

    /** For example {@code 2026.1+3f9a0c1d2e4b}: two sets of the same version have the same bytes. */
    public String version() {
        return version;
    }

    /**
     * The factor of a key that does not differ by place.
     *
     * @throws FactorException when the set has none
     */
    public Factor factor(String key) {
        return orThrow(index.find(key, null), key, null);
    }

    /**
     * The factor of a key for that very zone.
     *
     * @throws FactorException when the set has none
     */
    public Factor factor(String key, String zone) {
        return orThrow(index.find(key, zone), key, zone);
    }

    /** The factor of a key for that very zone, or empty when the set has none. */
    public Optional<Factor> find(String key, String zone) {
        return Optional.ofNullable(index.find(key, zone));
    }

    /** The row of a key and zone (or without a zone) that is valid on that day; null when the set has none. */
    public @Nullable Factor find(String key, @Nullable String zone, LocalDate day) {
        return index.find(key, zone);
    }

    /** Equal for two times at which the same rows are valid. */
    public int period(Instant time) {
        return 0;
    }

    /** All factors with one row each, by key, zone and period. */
    public List<Factor> factors() {
        return index.factors();
    }

    /** All rows of one key, by zone and period; none when the key is not known. */
    public List<Factor> factors(String key) {
        return index.factors(key);
    }

    /** The places. */
    public Zones zones() {
        return zones;
    }

    /** The language models that are known by name. */
    public ModelRegistry models() {
        return models;
    }

    /** The classes for all other language models, in the order in which they are tried. */
    public List<ModelClass> modelClasses() {
        return modelClasses;
    }

    /** The providers of language models. */
    public Providers providers() {
        return providers;
    }

    private static Factor orThrow(@Nullable Factor factor, String key, @Nullable String zone) {
        if (factor == null) {
            throw new FactorException(
                    "no factor " + key + (zone == null ? "" : " for the zone " + zone) + " in this factor set");
        }
        return factor;
    }
}
