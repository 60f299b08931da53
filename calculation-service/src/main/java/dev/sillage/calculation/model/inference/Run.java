package dev.sillage.calculation.model.inference;

/**
 * Every intermediate value of one evaluation of the method, at one end of the ranges, for one request.
 *
 * @param memoryGb memory that the weights need
 * @param gpuCount GPUs that serve the model, a power of two
 * @param gpuEnergyKwh energy of one GPU for the request
 * @param secondsPerToken time per written token
 * @param prefillSeconds time until the first written token
 * @param latencySeconds time of the request, capped by the measured one
 * @param serverEnergyKwh energy of the server without its GPUs
 * @param networkEnergyKwh energy of the data centre's network, zero where the edition leaves it out
 * @param itEnergyKwh energy of all machines
 * @param energyKwh the same with the facility's overhead
 * @param usageGwpKg greenhouse gases of that energy
 * @param usageAdpeKg metals of that energy
 * @param usagePrimaryEnergyMj primary energy of that energy
 * @param waterOnSiteL water consumed by cooling
 * @param waterOffSiteL water consumed by making the electricity
 * @param hardwareGwpKg greenhouse gases of making server and GPUs
 * @param networkGwpKg greenhouse gases of making the network, zero where the edition leaves it out
 * @param buildingGwpKg greenhouse gases of making the building, zero where the edition leaves it out
 * @param embodiedAdpeKg metals of making server and GPUs
 * @param embodiedPrimaryEnergyMj primary energy of making server and GPUs
 */
record Run(
        double memoryGb,
        double gpuCount,
        double gpuEnergyKwh,
        double secondsPerToken,
        double prefillSeconds,
        double latencySeconds,
        double serverEnergyKwh,
        double networkEnergyKwh,
        double itEnergyKwh,
        double energyKwh,
        double usageGwpKg,
        double usageAdpeKg,
        double usagePrimaryEnergyMj,
        double waterOnSiteL,
        double waterOffSiteL,
        double hardwareGwpKg,
        double networkGwpKg,
        double buildingGwpKg,
        double embodiedAdpeKg,
        double embodiedPrimaryEnergyMj) {

    double embodiedGwpKg() {
        return hardwareGwpKg + networkGwpKg + buildingGwpKg;
    }

    double adpeKg() {
        return usageAdpeKg + embodiedAdpeKg;
    }

    double primaryEnergyMj() {
        return usagePrimaryEnergyMj + embodiedPrimaryEnergyMj;
    }
}
