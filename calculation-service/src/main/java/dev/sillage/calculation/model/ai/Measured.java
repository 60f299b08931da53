package dev.sillage.calculation.model.ai;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was measured, as far as it can be true. A measured zero for work that was done is no measurement; a time in which
 * the machines cannot have used the measured energy is not the time of the request.
 *
 * @param energyKwh electricity of the machines for all requests, without PUE
 * @param seconds time of a request
 * @param warnings what was not believed
 */
record Measured(@Nullable Double energyKwh, @Nullable Double seconds, List<String> warnings) {
    private static final double SECONDS_PER_HOUR = 3600;

    /**
     * Judges two measurements.
     *
     * @param machineKw the power of all machines that serve one request, at most
     */
    static Measured of(
            @Nullable Double energyKwh, @Nullable Double seconds, boolean worked, double requests, double machineKw) {
        if (energyKwh == null && seconds == null) {
            return new Measured(null, null, List.of());
        }
        boolean noEnergy = energyKwh != null && energyKwh == 0 && worked;
        Double energy = noEnergy ? null : energyKwh;
        boolean noTime = seconds != null
                && ((seconds == 0 && worked)
                        || (energy != null && energy > requests * seconds / SECONDS_PER_HOUR * machineKw));
        if (!noEnergy && !noTime) {
            return new Measured(energyKwh, seconds, List.of());
        }
        return new Measured(
                energy,
                noTime ? null : seconds,
                noEnergy && noTime
                        ? List.of("contradictory:measured-energy", "contradictory:duration")
                        : List.of(noEnergy ? "contradictory:measured-energy" : "contradictory:duration"));
    }
}
