package dev.sillage.calculation.model.ai;

import dev.sillage.calculation.factor.FactorView;

/** What a whole server can use in a time: a measured energy above it and that time cannot both be true. */
final class MachineLimit {
    private static final double SECONDS_PER_HOUR = 3600;
    private static final double WATTS_PER_KILOWATT = 1000;

    private MachineLimit() {}

    static boolean isExceeded(double energyKwh, double seconds, FactorView factors) {
        double watts =
                factors.factor("hardware." + Accelerator.USUAL + ".power").central()
                        * factors.factor("ecologits.server.gpu.count").central()
                        * factors.factor("training.host-ratio").central();
        return energyKwh > watts / WATTS_PER_KILOWATT * seconds / SECONDS_PER_HOUR;
    }
}
