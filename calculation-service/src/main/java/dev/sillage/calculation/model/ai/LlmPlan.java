package dev.sillage.calculation.model.ai;

import dev.sillage.calculation.model.CriteriaPlan;
import dev.sillage.footprint.Tier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the names in a request stand for, and the plan for them.
 *
 * @param provider as resolved
 * @param model as resolved
 * @param zone whose electricity counts
 * @param tier how well the model is known
 * @param warnings stable codes of what was assumed
 * @param warningsWithPrefill the same, of a request whose reading is modelled
 * @param machineKw power of the GPUs that serve a request and of their share of the server, at most
 * @param positions of the quantities
 * @param plan the sheet with its factors
 */
record LlmPlan(
        String provider,
        @Nullable String model,
        String zone,
        Tier tier,
        List<String> warnings,
        List<String> warningsWithPrefill,
        double machineKw,
        LlmQuantities positions,
        CriteriaPlan plan) {}
