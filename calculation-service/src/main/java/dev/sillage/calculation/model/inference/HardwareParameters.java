package dev.sillage.calculation.model.inference;

/**
 * The machines that serve a request and how they behave: points, not ranges, in this method.
 *
 * @param energyFit energy of one GPU per token
 * @param latencyFit time per token where no throughput was measured
 * @param prefillFit time to read the input
 * @param batchSize requests served at once
 * @param weightBits bits per parameter
 * @param memoryOverhead memory needed over the size of the weights
 * @param gpuMemoryGb memory of one GPU
 * @param gpu what making one GPU cost
 * @param server the machine without its GPUs
 * @param network the data centre's network, the share of one server
 * @param buildingKgCo2ePerKwh what making the building cost, per kWh of IT energy
 */
record HardwareParameters(
        EnergyFit energyFit,
        LatencyFit latencyFit,
        PrefillFit prefillFit,
        double batchSize,
        double weightBits,
        double memoryOverhead,
        double gpuMemoryGb,
        Embodied gpu,
        Server server,
        Network network,
        double buildingKgCo2ePerKwh) {

    /**
     * {@code Wh per token and GPU = alpha * exp(-decay * batch) * billions of active parameters + gamma}.
     *
     * @param alpha Wh per token and billion parameters
     * @param decay per request in the batch
     * @param gamma Wh per token
     */
    record EnergyFit(double alpha, double decay, double gamma) {}

    /**
     * {@code s per token = alpha * billions of active parameters + beta * batch + gamma}.
     *
     * @param alpha s per token and billion parameters
     * @param beta s per token and request in the batch
     * @param gamma s per token
     */
    record LatencyFit(double alpha, double beta, double gamma) {}

    /**
     * Time to read the input: {@code secondsPerToken}, scaled by time to first token or by size, per token, and a
     * constant.
     *
     * @param secondsPerToken at the reference
     * @param referenceTtftSeconds time to first token of the reference
     * @param referenceBillions parameters of the reference
     * @param constantSeconds whatever the length
     */
    record PrefillFit(
            double secondsPerToken, double referenceTtftSeconds, double referenceBillions, double constantSeconds) {}

    /**
     * The machine without its GPUs.
     *
     * @param gpuCount GPU slots
     * @param powerKw power while it serves
     * @param lifetimeSeconds of it and of its GPUs
     * @param embodied what making it cost
     */
    record Server(double gpuCount, double powerKw, double lifetimeSeconds, Embodied embodied) {}

    /**
     * Firewalls, routers and switches, the share of one server.
     *
     * @param powerKw power while it serves
     * @param embodiedKgCo2e what making it cost
     * @param lifetimeSeconds of it
     */
    record Network(double powerKw, double embodiedKgCo2e, double lifetimeSeconds) {}
}
