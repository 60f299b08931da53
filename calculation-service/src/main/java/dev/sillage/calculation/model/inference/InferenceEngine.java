package dev.sillage.calculation.model.inference;

import org.jspecify.annotations.Nullable;

/**
 * The formulas of EcoLogits for one request, in IEEE 754 binary64, each evaluated from left to right as written here,
 * with multiplication and division before addition, so that anybody can recompute the very same bits:
 *
 * <pre>
 * mem  = 1.2 * Pt * Q / 8                    k = ceil(mem / M)          G = the least power of two, not below k
 * Eg   = Nout * (a * exp(-b*B) * Pa + c) / 1000                          exp is StrictMath.exp
 * t    = 1 / tps, or without throughput: la*Pa + lb*B + lc
 * pre  = ttft or 0; in the September edition with a known input: coef*Nin + 0.01788,
 *        coef = 6.2e-5 * ttft / 0.44, or without ttft: 6.2e-5 * Pa / 7.3
 * lat  = min(Nout*t + pre, measured)
 * Es   = lat / 3600 * 1.2 * G / S / B
 * En   = lat / 3600 * Pn * G / S / B         September only             Pn = 0.09 * (0.0358 + 0.286 + 1.468)
 * Eit  = Es + G*Eg + En                      E = PUE * Eit
 * GWPu = E * Fgwp      ADPeu = E * Fadpe     PEu = E * Fpe
 * Won  = Eit * WUE     Woff = E * Fwater     March: Won = E * WUE, Woff = E * (PUE * Fwater), see {@link Edition}
 * Ihw  = lat / (L * B) * (G / S * Iserver + G * Igpu)                   for GWP, ADPe and PE
 * Inw  = lat * In * G / S / (Ln * B)         September, GWP only
 *                                            In = 333.8*0.0358 + 403*0.286 + 363*1.468
 * Ibd  = 0.01 * Eit                          September, GWP only
 * embodied GWP = Ihw + Inw + Ibd             ADPe = ADPeu + ADPe of Ihw PE = PEu + PE of Ihw
 * </pre>
 *
 * <p>A measured energy takes the place of {@code Eit}; the share of the hardware is modelled all the same. Source:
 * EcoLogits, ecologits/impacts/llm.py at the commits that {@link Edition} names. Safe for use by many threads.
 */
final class InferenceEngine {
    private static final double SECONDS_PER_HOUR = 3600;
    private static final double WATT_HOURS_PER_KWH = 1000;
    private static final double BITS_PER_BYTE = 8;

    private final Edition edition;
    private final HardwareParameters hardware;

    /** {@code a * exp(-b*B)}: the left end of its formula, and the same for every request. */
    private final double wattHoursPerTokenAndBillion;

    InferenceEngine(Edition edition, HardwareParameters hardware) {
        this.edition = edition;
        this.hardware = hardware;
        this.wattHoursPerTokenAndBillion = hardware.energyFit().alpha()
                * StrictMath.exp(-hardware.energyFit().decay() * hardware.batchSize());
    }

    Edition edition() {
        return edition;
    }

    HardwareParameters hardware() {
        return hardware;
    }

    /** Everything at the lower end: smallest model, best site. */
    Run low(InferenceParameters request) {
        InferenceParameters.Site site = request.site();
        return run(
                request,
                request.model().totalBillions().low(),
                request.model().activeBillions().low(),
                site.pue().low(),
                site.wueLitresPerKwh().low());
    }

    /** Everything at the upper end: largest model, worst site. */
    Run high(InferenceParameters request) {
        InferenceParameters.Site site = request.site();
        return run(
                request,
                request.model().totalBillions().high(),
                request.model().activeBillions().high(),
                site.pue().high(),
                site.wueLitresPerKwh().high());
    }

    private Run run(InferenceParameters request, double totalBillions, double activeBillions, double pue, double wue) {
        HardwareParameters.Server server = hardware.server();
        double batch = hardware.batchSize();
        double slots = server.gpuCount();

        double memory = hardware.memoryOverhead() * totalBillions * hardware.weightBits() / BITS_PER_BYTE;
        double gpus = powerOfTwoNotBelow(Math.ceil(memory / hardware.gpuMemoryGb()));
        double gpuEnergy = request.outputTokens()
                * (wattHoursPerTokenAndBillion * activeBillions
                        + hardware.energyFit().gamma())
                / WATT_HOURS_PER_KWH;

        double perToken = secondsPerToken(request.model().tokensPerSecond(), activeBillions);
        double prefill = prefillSeconds(request, activeBillions);
        double latency = capped(request.outputTokens() * perToken + prefill, request.measuredLatencySeconds());

        double serverEnergy = latency / SECONDS_PER_HOUR * server.powerKw() * gpus / slots / batch;
        double networkEnergy = edition.countsNetworkAndBuilding()
                ? latency / SECONDS_PER_HOUR * hardware.network().powerKw() * gpus / slots / batch
                : 0;
        double itEnergy = request.measuredItEnergyKwh() == null
                ? serverEnergy + gpus * gpuEnergy + networkEnergy
                : request.measuredItEnergyKwh();
        double energy = pue * itEnergy;

        InferenceParameters.Mix mix = request.site().mix();
        boolean twice = edition.countsPueTwiceInWater();
        double lifetimes = latency / (server.lifetimeSeconds() * batch);
        HardwareParameters.Network network = hardware.network();
        return new Run(
                memory,
                gpus,
                gpuEnergy,
                perToken,
                prefill,
                latency,
                serverEnergy,
                networkEnergy,
                itEnergy,
                energy,
                energy * mix.gwpKgCo2ePerKwh(),
                energy * mix.adpeKgSbePerKwh(),
                energy * mix.primaryEnergyMjPerKwh(),
                (twice ? energy : itEnergy) * wue,
                energy * (twice ? pue * mix.waterLitresPerKwh() : mix.waterLitresPerKwh()),
                lifetimes
                        * (gpus / slots * server.embodied().gwpKgCo2e()
                                + gpus * hardware.gpu().gwpKgCo2e()),
                edition.countsNetworkAndBuilding()
                        ? latency * network.embodiedKgCo2e() * gpus / slots / (network.lifetimeSeconds() * batch)
                        : 0,
                edition.countsNetworkAndBuilding() ? hardware.buildingKgCo2ePerKwh() * itEnergy : 0,
                lifetimes
                        * (gpus / slots * server.embodied().adpeKgSbe()
                                + gpus * hardware.gpu().adpeKgSbe()),
                lifetimes
                        * (gpus / slots * server.embodied().primaryEnergyMj()
                                + gpus * hardware.gpu().primaryEnergyMj()));
    }

    private double secondsPerToken(@Nullable Double tokensPerSecond, double activeBillions) {
        if (tokensPerSecond != null) {
            return 1 / tokensPerSecond;
        }
        HardwareParameters.LatencyFit fit = hardware.latencyFit();
        return fit.alpha() * activeBillions + fit.beta() * hardware.batchSize() + fit.gamma();
    }

    private double prefillSeconds(InferenceParameters request, double activeBillions) {
        Double ttft = request.model().timeToFirstTokenSeconds();
        Double inputTokens = request.inputTokens();
        if (!edition.countsInput() || inputTokens == null) {
            return ttft == null ? 0 : ttft;
        }
        HardwareParameters.PrefillFit fit = hardware.prefillFit();
        double perToken = ttft == null
                ? fit.secondsPerToken() * activeBillions / fit.referenceBillions()
                : fit.secondsPerToken() * ttft / fit.referenceTtftSeconds();
        return perToken * inputTokens + fit.constantSeconds();
    }

    private static double capped(double modelled, @Nullable Double measured) {
        return measured == null ? modelled : Math.min(modelled, measured);
    }

    /** By doubling and not by a logarithm, which is not exact. */
    private static double powerOfTwoNotBelow(double count) {
        double power = 1;
        while (power < count) {
            power *= 2;
        }
        return power;
    }
}
