package dev.sillage.calculation.factor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The language models that are known by name. Names are compared without regard to case. */
public final class ModelRegistry {
    private final List<ModelEntry> entries;
    private final Map<String, Map<String, ModelEntry>> byProviderAndName = new HashMap<>();
    private final Map<String, Set<ModelEntry>> byName = new HashMap<>();

    ModelRegistry(List<CsvRow> rows) {
        entries = rows.stream().map(this::add).toList();
        if (entries.isEmpty()) {
            throw new FactorException(ModelEntry.FILE + ": no rows, expected at least one model");
        }
    }

    private ModelEntry add(CsvRow row) {
        ModelEntry entry = ModelEntry.of(row);
        put(row, "model", entry, entry.id());
        entry.aliases().forEach(alias -> put(row, "aliases", entry, alias));
        return entry;
    }

    private void put(CsvRow row, String column, ModelEntry entry, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        Map<String, ModelEntry> ofProvider =
                byProviderAndName.computeIfAbsent(entry.provider(), provider -> new HashMap<>());
        if (ofProvider.put(lower, entry) != null) {
            throw row.bad(column, "each name once per provider");
        }
        byName.computeIfAbsent(lower, any -> new HashSet<>()).add(entry);
        String bare = lower.substring(lower.lastIndexOf('/') + 1);
        byName.computeIfAbsent(bare, any -> new HashSet<>()).add(entry);
    }

    /** All models, in the order of the table. */
    public List<ModelEntry> entries() {
        return entries;
    }

    /** Whether a provider of that name has models here. */
    boolean hasProvider(String provider) {
        return byProviderAndName.containsKey(provider);
    }

    /** The model of that lower-case id or alias at that provider. */
    public Optional<ModelEntry> find(String provider, String lowerCaseName) {
        return Optional.ofNullable(
                byProviderAndName.getOrDefault(provider, Map.of()).get(lowerCaseName));
    }

    /**
     * The only model of that lower-case id or alias, whoever lists it; the part of its id before the last slash may
     * be left out. Empty when there is none, and when there are several.
     */
    public Optional<ModelEntry> findAnywhere(String lowerCaseName) {
        Set<ModelEntry> found = byName.getOrDefault(lowerCaseName, Set.of());
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }
}
