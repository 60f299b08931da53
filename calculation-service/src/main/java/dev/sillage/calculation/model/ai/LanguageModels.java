package dev.sillage.calculation.model.ai;

import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.model.KindModel;
import dev.sillage.calculation.model.language.ModelResolver;
import java.util.List;

/** Language models by our own method. */
public final class LanguageModels {

    private LanguageModels() {}

    /** Requests to text models, and texts turned into vectors. */
    public static List<KindModel<?>> all(FactorCatalogue catalogue) {
        ModelResolver models = ModelResolver.of(catalogue);
        return List.of(new LlmInferenceModel(models), new EmbeddingModel(models));
    }
}
