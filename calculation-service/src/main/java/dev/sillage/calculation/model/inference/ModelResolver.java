package dev.sillage.calculation.model.inference;

import dev.sillage.calculation.factor.ModelClass;
import dev.sillage.calculation.factor.ModelEntry;
import dev.sillage.calculation.factor.ModelRegistry;
import dev.sillage.footprint.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the size of a model: at its own provider by id, alias, without vendor prefix or date; then the same name at
 * any other provider when only one has it; then by class. It always finds something and says what it had to assume.
 */
final class ModelResolver {
    private final ModelRegistry registry;
    private final List<ModelClass> classes;

    ModelResolver(ModelRegistry registry, List<ModelClass> classes) {
        this.registry = registry;
        this.classes = classes;
    }

    /** A model as it was found. */
    record Found(
            @Nullable String name,
            String key,
            InferenceParameters.Model parameters,
            Tier tier,
            List<String> warnings) {}

    /**
     * Resolves a name.
     *
     * @param listedAt the registry that lists the models of the provider, when one does
     * @param name as the sender wrote it, or null
     */
    Found resolve(@Nullable String listedAt, @Nullable String name) {
        if (name == null || name.isBlank()) {
            return ofClass(null, classes.get(classes.size() - 1), List.of("model-class-fallback", "model-missing"));
        }
        List<String> candidates = ModelNames.candidates(name);
        Optional<ModelEntry> own = listedAt == null
                ? Optional.empty()
                : candidates.stream()
                        .flatMap(candidate -> registry.find(listedAt, candidate).stream())
                        .findFirst();
        return own.or(() -> candidates.stream()
                        .flatMap(candidate -> registry.findAnywhere(candidate).stream())
                        .findFirst())
                .map(entry -> ofEntry(entry, listedAt))
                .orElseGet(() -> ofClass(name, classOf(name), List.of("model-class-fallback")));
    }

    private ModelClass classOf(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (ModelClass candidate : classes) {
            if (!candidate.isUnknown() && candidate.pattern().matcher(lower).find()) {
                return candidate;
            }
        }
        return classes.get(classes.size() - 1);
    }

    private static Found ofEntry(ModelEntry entry, @Nullable String listedAt) {
        List<String> warnings = new ArrayList<>(entry.warnings());
        if (!entry.provider().equals(listedAt)) {
            warnings.add("model-of-other-provider");
        }
        InferenceParameters.Model parameters = new InferenceParameters.Model(
                new Bounds(entry.totalParametersLow(), entry.totalParametersHigh()),
                new Bounds(entry.activeParametersLow(), entry.activeParametersHigh()),
                entry.tokensPerSecond(),
                entry.timeToFirstTokenSeconds());
        return new Found(entry.id(), entry.key(), parameters, Tier.REGISTRY, warnings);
    }

    private static Found ofClass(@Nullable String name, ModelClass modelClass, List<String> warnings) {
        InferenceParameters.Model parameters = new InferenceParameters.Model(
                new Bounds(modelClass.totalParametersLow(), modelClass.totalParametersHigh()),
                new Bounds(modelClass.activeParametersLow(), modelClass.activeParametersHigh()),
                null,
                null);
        Tier tier = modelClass.isUnknown() ? Tier.UNKNOWN : Tier.CLASS;
        return new Found(name, modelClass.key(), parameters, tier, warnings);
    }
}
