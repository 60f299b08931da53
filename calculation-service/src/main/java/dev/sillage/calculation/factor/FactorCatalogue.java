package dev.sillage.calculation.factor;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A whole factor set: typed, indexed, immutable, and checked before anybody can see it. The first bad row stops the
 * loading with a {@link FactorException} that says where it is and how to mend it.
 */
public final class FactorCatalogue {
    private static final long SECONDS_PER_DAY = 86_400;
    private final String version;
    private final FactorKeys keys = FactorKeys.load();
    private final FactorIndex index = new FactorIndex();
    private final Zones zones;
    private final CloudRegions cloudRegions = new CloudRegions();
    private final ModelRegistry models;
    private final List<ModelClass> modelClasses;
    private final Providers providers;
    private final VideoModels videoModels;
    private final Published published;
    private final Names names;

    private FactorCatalogue(FactorFiles files) {
        version = files.version();
        zones = new Zones(files.rows(Zones.FILE, Zones.HEADER), files.rowsIfAny(Zones.GRID_FILE, Zones.GRID_HEADER));
        files.rows(CloudRegion.FILE, CloudRegion.HEADER).forEach(row -> cloudRegions.add(row, zones));
        files.rowsIfAny(CloudRegion.SHARE_ALIKE_FILE, CloudRegion.HEADER).forEach(row -> cloudRegions.add(row, zones));
        models = new ModelRegistry(files.rows(ModelEntry.FILE, ModelEntry.HEADER));
        modelClasses = ModelClass.all(files.rows(ModelClass.FILE, ModelClass.HEADER));
        providers = new Providers(files.rows(Provider.FILE, Provider.HEADER), zones, models);
        videoModels = new VideoModels(files.rows(VideoModel.FILE, VideoModel.HEADER));
        published = new Published(
                files.rows(PublishedFigure.FILE, PublishedFigure.HEADER),
                files.rows(TrainingRun.FILE, TrainingRun.HEADER),
                files.rows(ReferenceTotal.FILE, ReferenceTotal.HEADER));
        new FactorTables(files, new FactorReader(keys, new KnownPlaces(zones, cloudRegions))).readInto(index);
        cloudRegions.connect(index);
        names = new Names(files.rows(Names.FILE, Names.HEADER), index);
        RequiredFactors.check(index, modelZones());
        RequiredFactors.checkMachines(index, videoModels);
        RegistryFactors registry = new RegistryFactors(index);
        models.entries().forEach(registry::add);
        modelClasses.forEach(registry::add);
        providers.all().forEach(registry::add);
        videoModels.all().forEach(registry::add);
    }

    /**
     * What a factor of that key may look like; empty for a key that neither the set nor the code knows.
     *
     * @param key dotted and stable
     */
    public Optional<FactorForm> form(String key) {
        List<Factor> rows = index.factors(key);
        return keys.find(key)
                .map(rule -> FactorForm.of(key, rule, rows))
                .or(() -> rows.isEmpty() ? Optional.empty() : Optional.of(FactorForm.ofRegistry(key, rows)));
    }

    /** Whether a factor of that key may be for that zone, spelt exactly so. */
    public boolean knows(String key, String zone) {
        return new KnownPlaces(zones, cloudRegions).has(key, zone);
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

    /** Equal for two times at which the same rows hold. */
    public int period(Instant time) {
        return index.period(Math.floorDiv(time.getEpochSecond(), SECONDS_PER_DAY));
    }

    /**
     * The factor of a key for that very zone, or without a zone, on a day: the row that holds on that day, else the
     * latest row before it, else the earliest. Empty when the set has none of that key and zone.
     */
    public Optional<Factor> find(String key, @Nullable String zone, LocalDate day) {
        return Optional.ofNullable(index.find(key, zone, day));
    }

    /** The factor of a key that does not differ by place, or empty when the set has none. */
    public Optional<Factor> find(String key) {
        return Optional.ofNullable(index.find(key, null));
    }

    /** What a key stands for, in a few words; empty for the figures of the registries. */
    public Optional<String> meaning(String key) {
        return keys.find(key).map(KeyRule::meaning);
    }

    /** Whether factors may be for that zone: a country, a part of one with a grid of its own, or a cloud region. */
    public boolean isZone(String code) {
        return zones.isKnown(code) || zones.isGrid(code) || cloudRegions.isKnown(code);
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

    /** The cloud regions with their factors. */
    public CloudRegions cloudRegions() {
        return cloudRegions;
    }

    /** The models that make videos. */
    public VideoModels videoModels() {
        return videoModels;
    }

    /** What hardware, services and apps are called outside. */
    public Names names() {
        return names;
    }

    /**
     * What the keys of the vCPU figures of a microarchitecture begin with, for example
     * {@code compute.vcpu.aws.ice-lake}; at another provider when this one has none. Empty when it is not known.
     */
    public Optional<String> vcpuKey(String provider, String architecture) {
        return names.find(Names.Kind.ARCHITECTURE, architecture)
                .flatMap(id -> Stream.concat(Stream.of(provider), Stream.of("aws", "azure", "gcp"))
                        .map(where -> "compute.vcpu." + where + "." + id)
                        .filter(key -> index.find(key + ".max", null) != null)
                        .findFirst());
    }

    /** What others published, for comparison. */
    public Published published() {
        return published;
    }

    private static Factor orThrow(@Nullable Factor factor, String key, @Nullable String zone) {
        if (factor == null) {
            throw new FactorException(
                    "no factor " + key + (zone == null ? "" : " for the zone " + zone) + " in this factor set");
        }
        return factor;
    }
}
