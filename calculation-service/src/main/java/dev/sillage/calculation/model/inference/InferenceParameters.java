package dev.sillage.calculation.model.inference;

import org.jspecify.annotations.Nullable;

/**
 * One request, or the average of several.
 *
 * @param model the model that served it
 * @param site where it ran
 * @param inputTokens tokens read, or null when not known
 * @param outputTokens tokens written
 * @param measuredLatencySeconds measured time of the whole request; caps the modelled time
 * @param measuredItEnergyKwh measured energy of the machines, without PUE; replaces the modelled energy
 */
record InferenceParameters(
        Model model,
        Site site,
        @Nullable Double inputTokens,
        double outputTokens,
        @Nullable Double measuredLatencySeconds,
        @Nullable Double measuredItEnergyKwh) {

    /**
     * The size and speed of a model.
     *
     * @param totalBillions all parameters, which decide the number of GPUs
     * @param activeBillions parameters used per token, which decide the energy per token
     * @param tokensPerSecond measured throughput, when known
     * @param timeToFirstTokenSeconds measured, when known
     */
    record Model(
            Bounds totalBillions,
            Bounds activeBillions,
            @Nullable Double tokensPerSecond,
            @Nullable Double timeToFirstTokenSeconds) {}

    /**
     * The data centre and its electricity.
     *
     * @param pue facility energy over IT energy
     * @param wueLitresPerKwh water consumed on site per kWh of IT energy
     * @param mix the electricity
     */
    record Site(Bounds pue, Bounds wueLitresPerKwh, Mix mix) {}

    /** What one kWh of electricity costs. */
    record Mix(
            double gwpKgCo2ePerKwh, double adpeKgSbePerKwh, double primaryEnergyMjPerKwh, double waterLitresPerKwh) {}
}
