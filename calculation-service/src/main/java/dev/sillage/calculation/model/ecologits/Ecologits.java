package dev.sillage.calculation.model.ecologits;

import dev.sillage.activity.LlmInference;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.model.KindModel;
import dev.sillage.calculation.model.Methodology;
import dev.sillage.calculation.model.SheetMethodology;
import java.util.List;

/**
 * EcoLogits for requests to text models, in the words of its sheets.
 *
 * <ul>
 *   <li>Several requests are so many times the average request.
 *   <li>The duration, which is the mean already, caps the modelled time.
 *   <li>A measured energy is IT energy: PUE comes on top; the hardware's share is modelled all the same.
 *   <li>Low and high are the ends of the published parameters, PUE and WUE; central is their arithmetic mean. A model
 *       with known parameters at a provider with one PUE has a range of zero width, as at the origin.
 *   <li>Market-based greenhouse gases have no data and are absent.
 * </ul>
 */
public final class Ecologits {

    private Ecologits() {}

    /** {@code ecologits-2026-03}: as released, PUE twice in the water and no effect of the input included. */
    public static Methodology march2026(FactorCatalogue catalogue) {
        return new SheetMethodology(
                "ecologits-2026-03",
                "EcoLogits of March 2026 for text generation, reproduced as it was released.",
                "https://github.com/mlco2/ecologits, commit 5be90da of 2026-03-13",
                catalogue,
                List.of(march2026Inference(catalogue)));
    }

    /** {@code ecologits-2026-09}: water mended; reading the input, network and building added. */
    public static Methodology september2026(FactorCatalogue catalogue) {
        return new SheetMethodology(
                "ecologits-2026-09",
                "EcoLogits of September 2026 for text generation: water mended; input, network and building added.",
                "https://github.com/mlco2/ecologits, texts of commit 4c552f64 of 2026-09",
                catalogue,
                List.of(september2026Inference(catalogue)));
    }

    /** How {@code ecologits-2026-03} computes a request. */
    public static KindModel<LlmInference> march2026Inference(FactorCatalogue catalogue) {
        return new EcologitsInference(Edition.MARCH_2026, catalogue);
    }

    /** How {@code ecologits-2026-09} computes a request. */
    public static KindModel<LlmInference> september2026Inference(FactorCatalogue catalogue) {
        return new EcologitsInference(Edition.SEPTEMBER_2026, catalogue);
    }
}
