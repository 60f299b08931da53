package dev.sillage.calculation.model.language;

import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.factor.ModelClass;
import dev.sillage.calculation.factor.ModelEntry;
import dev.sillage.calculation.factor.ModelRegistry;
import dev.sillage.calculation.model.language.ModelResolution.Way;
import dev.sillage.footprint.Tier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the size of a model: at its own provider by id, by another name, without date; then the same at any other
 * provider when only one has it; then within the name of a deployment; then by class. It always finds something and
 * says what it had to assume. Immutable, safe for use by many threads.
 */
public final class ModelResolver {
    private static final Pattern DATE = Pattern.compile("-(?:\\d{4}-\\d{2}-\\d{2}|20\\d{6}|\\d{2}-20\\d{2})$");

    private final ModelRegistry registry;
    private final List<ModelClass> classes;
    private final Deployments deployments;
    private final Map<String, Deployments> deploymentsOf = new HashMap<>();
    private final Map<String, List<ModelEntry>> byUndatedId = new HashMap<>();

    private ModelResolver(ModelRegistry registry, List<ModelClass> classes) {
        this.registry = registry;
        this.classes = classes;
        this.deployments = new Deployments(registry.entries());
        Map<String, List<ModelEntry>> byProvider = new HashMap<>();
        for (ModelEntry entry : registry.entries()) {
            byProvider
                    .computeIfAbsent(entry.provider(), provider -> new ArrayList<>())
                    .add(entry);
            String id = entry.id().toLowerCase(Locale.ROOT);
            String undated = DATE.matcher(id).replaceFirst("");
            if (!undated.equals(id)) {
                byUndatedId.computeIfAbsent(undated, name -> new ArrayList<>()).add(entry);
            }
        }
        byProvider.forEach((provider, entries) -> deploymentsOf.put(provider, new Deployments(entries)));
    }

    /** Over the models and classes of a catalogue. */
    public static ModelResolver of(FactorCatalogue catalogue) {
        return new ModelResolver(catalogue.models(), catalogue.modelClasses());
    }

    /**
     * Resolves a name.
     *
     * @param listedAt the registry that lists the models of the provider, when one does
     * @param name as the sender wrote it, or null
     */
    public ModelResolution resolve(@Nullable String listedAt, @Nullable String name) {
        if (name == null || name.isBlank()) {
            return ofClass(null, unknown(), Way.MISSING, List.of());
        }
        Map<String, Way> candidates = ModelNames.candidates(name);
        List<String> tried = new ArrayList<>();
        for (Map.Entry<String, Way> candidate : candidates.entrySet()) {
            String lower = candidate.getKey();
            tried.add(lower);
            Optional<ModelEntry> entry = at(listedAt, lower);
            if (entry.isPresent()) {
                return ofEntry(name, entry.get(), lower, candidate.getValue(), listedAt, tried);
            }
        }
        for (Map.Entry<String, Way> candidate : candidates.entrySet()) {
            String lower = candidate.getKey();
            Optional<ModelEntry> entry = registry.findAnywhere(lower).or(() -> undated(lower));
            if (entry.isPresent()) {
                return ofEntry(name, entry.get(), lower, candidate.getValue(), listedAt, tried);
            }
        }
        for (String candidate : candidates.keySet()) {
            Optional<ModelEntry> entry = Optional.ofNullable(listedAt)
                    .map(deploymentsOf::get)
                    .flatMap(own -> own.find(candidate))
                    .or(() -> deployments.find(candidate));
            if (entry.isPresent()) {
                return ofEntry(name, entry.get(), candidate, Way.DEPLOYMENT, listedAt, tried);
            }
        }
        ModelClass found = classOf(tried);
        return ofClass(name, found, found.isUnknown() ? Way.UNKNOWN : Way.CLASS, tried);
    }

    private Optional<ModelEntry> at(@Nullable String listedAt, String lowerCaseName) {
        return listedAt == null ? Optional.empty() : registry.find(listedAt, lowerCaseName);
    }

    /** The only model whose id is that name and a date. */
    private Optional<ModelEntry> undated(String lowerCaseName) {
        List<ModelEntry> dated = byUndatedId.getOrDefault(lowerCaseName, List.of());
        return dated.size() == 1 ? Optional.of(dated.get(0)) : Optional.empty();
    }

    /** A path before the name may have any word in it. */
    private ModelClass classOf(List<String> candidates) {
        for (ModelClass candidate : classes) {
            if (!candidate.isUnknown()
                    && candidates.stream()
                            .filter(name -> name.indexOf('/') < 0)
                            .anyMatch(name -> candidate.pattern().matcher(name).find())) {
                return candidate;
            }
        }
        return unknown();
    }

    private ModelClass unknown() {
        return classes.get(classes.size() - 1);
    }

    private static ModelResolution ofEntry(
            String asked, ModelEntry entry, String found, Way way, @Nullable String listedAt, List<String> candidates) {
        Way told = way == Way.ID && !found.equals(entry.id().toLowerCase(Locale.ROOT)) ? Way.ALIAS : way;
        List<String> warnings = new ArrayList<>(entry.warnings());
        String warning = told.warning();
        if (warning != null) {
            warnings.add(warning);
        }
        if (!entry.provider().equals(listedAt)) {
            warnings.add("model-of-other-provider");
        }
        return new ModelResolution(asked, entry.id(), told, entry, null, Tier.REGISTRY, warnings, candidates);
    }

    /** A model of which nothing is known has the parameters of a class too, and says both. */
    private static ModelResolution ofClass(
            @Nullable String asked, ModelClass modelClass, Way way, List<String> candidates) {
        List<String> warnings = new ArrayList<>(List.of("model-class-fallback"));
        String warning = way.warning();
        if (warning != null && !warnings.contains(warning)) {
            warnings.add(warning);
        }
        Tier tier = modelClass.isUnknown() ? Tier.UNKNOWN : Tier.CLASS;
        return new ModelResolution(asked, asked, way, null, modelClass, tier, warnings, candidates);
    }
}
