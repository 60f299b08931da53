package dev.sillage.calculation.model.ai;

import dev.sillage.calculation.model.KindModel;
import java.util.List;

/** Artificial intelligence in {@code sillage-2026.1}. */
public final class AiModels {

    private AiModels() {}

    /** One model for each kind. */
    public static List<KindModel<?>> all() {
        return List.of(new ImageGenerationModel(), new VideoGenerationModel(), new ModelTrainingModel());
    }
}
