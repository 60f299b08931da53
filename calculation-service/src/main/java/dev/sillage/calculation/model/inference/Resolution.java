package dev.sillage.calculation.model.inference;

import dev.sillage.footprint.Tier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the names in an activity stand for.
 *
 * @param provider as resolved; a provider that is not known keeps its name
 * @param model as resolved; a model that is not known keeps its name
 * @param zone whose electricity counts
 * @param tier how well the model is known
 * @param warnings stable codes of every fallback
 * @param modelParameters size and speed
 * @param modelKey what the keys of the model's factors begin with
 * @param site PUE, WUE and electricity
 * @param pueKey of the PUE's factor
 * @param wueKey of the WUE's factor
 */
record Resolution(
        String provider,
        @Nullable String model,
        String zone,
        Tier tier,
        List<String> warnings,
        InferenceParameters.Model modelParameters,
        String modelKey,
        InferenceParameters.Site site,
        String pueKey,
        String wueKey) {

    Resolution {
        warnings = List.copyOf(warnings);
    }
}
