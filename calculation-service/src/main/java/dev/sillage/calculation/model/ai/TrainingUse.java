package dev.sillage.calculation.model.ai;

import dev.sillage.activity.ModelTraining;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.model.NotComputableException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an activity tells of a training run. A measured energy counts before hours, hours before operations.
 *
 * @param gpuHours of all accelerators
 * @param parameters of the model
 * @param tokens read
 * @param powerShare average power over design power
 * @param measuredKwh measured energy of the machines
 */
record TrainingUse(
        @Nullable Double gpuHours,
        @Nullable Double parameters,
        @Nullable Double tokens,
        @Nullable Double powerShare,
        @Nullable Double measuredKwh) {
    private static final double SECONDS_PER_HOUR = 3600;
    private static final double WATTS_PER_KILOWATT = 1000;
    private static final double FLOP_PER_TFLOP = 1e12;

    static TrainingUse of(ModelTraining activity, List<String> warnings) throws NotComputableException {
        TrainingUse use = new TrainingUse(
                Telling.positive(activity.gpuHours(), "gpu-hours", warnings),
                Telling.positive(activity.parameters(), "parameters", warnings),
                Telling.positive(activity.tokens(), "tokens", warnings),
                Telling.positive(activity.utilisation(), "utilisation", warnings),
                Telling.positive(activity.measuredEnergyKwh(), "measured-energy", warnings));
        if (use.measuredKwh() == null && use.gpuHours() == null && !use.tellsOperations()) {
            throw new NotComputableException(
                    "quantities-missing", "tell gpuHours, or parameters and tokens, or measuredEnergyKwh, above zero");
        }
        return use;
    }

    private boolean tellsOperations() {
        return parameters != null && tokens != null;
    }

    /** What was assumed, what was told and not needed, and what cannot be true together. */
    void warn(TrainingSite site, FactorView factors, List<String> warnings) {
        if (measuredKwh != null && gpuHours != null) {
            warnings.add("not-needed:gpu-hours");
            double watts = site.accelerator().power().high()
                    * factors.factor("training.host-ratio").high();
            if (measuredKwh > gpuHours * watts / WATTS_PER_KILOWATT) {
                warnings.add("contradictory:measured-energy");
            }
        }
        if (tellsOperations() && (measuredKwh != null || gpuHours != null)) {
            warnings.add("not-needed:tokens");
        }
        if (parameters != null && tokens != null && gpuHours != null && isFasterThanPeak(site, factors)) {
            warnings.add("contradictory:gpu-hours");
        }
        if (site.accelerator().known()) {
            warnings.addAll(site.accelerator().warnings());
        } else {
            warnings.add("hardware-class-fallback");
        }
    }

    private boolean isFasterThanPeak(TrainingSite site, FactorView factors) {
        double needed = factors.factor("training.flop").central() * orZero(parameters) * orZero(tokens);
        double possible =
                orZero(gpuHours) * SECONDS_PER_HOUR * site.accelerator().peak().high() * FLOP_PER_TFLOP;
        return needed > possible;
    }

    private static double orZero(@Nullable Double value) {
        return value == null ? 0 : value;
    }
}
