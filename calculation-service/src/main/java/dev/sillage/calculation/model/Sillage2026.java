package dev.sillage.calculation.model;

import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.model.ai.AiModels;
import dev.sillage.calculation.model.ai.LanguageModels;
import dev.sillage.calculation.model.cloud.CloudModels;
import dev.sillage.calculation.model.digital.DigitalModels;
import java.util.ArrayList;
import java.util.List;

/** {@code sillage-2026.1}: our own method, for every kind of activity that has a footprint. */
final class Sillage2026 {
    private static final String ID = "sillage-2026.1";

    private Sillage2026() {}

    static Methodology methodology(FactorCatalogue catalogue) {
        List<KindModel<?>> models = new ArrayList<>();
        models.addAll(LanguageModels.all(catalogue));
        models.addAll(AiModels.all());
        models.addAll(CloudModels.all());
        models.addAll(DigitalModels.all());
        return new SheetMethodology(
                ID,
                "Our own method for every kind of activity: the best published model of each, with the place's"
                        + " electricity, embodied shares and plausible ranges.",
                "resources sheets/sillage-2026.1 of this service; deploy/decisions",
                catalogue,
                models);
    }
}
