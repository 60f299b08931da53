package dev.sillage.endtoend;

import static dev.sillage.endtoend.OfflineFactors.number;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The footprint of one request by {@code ecologits-2026-09}, written from the published formulas (EcoLogits, LLM
 * inference, with the network and the building of September 2026) and the factor files alone. Each formula is evaluated
 * from left to right in double precision, which is what makes an exact comparison possible.
 */
final class OfflineInference {
    private static final MathContext TWELVE_DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);
    private static final double BITS_PER_BYTE = 8;
    private static final double SECONDS_PER_HOUR = 3600;

    private final OfflineFactors factors;
    private final NamedCsvRecord provider;
    private final NamedCsvRecord model;
    private final String zone;

    OfflineInference(OfflineFactors factors, String provider, String model) {
        this.factors = factors;
        this.provider = factors.provider(provider);
        this.model = factors.model(this.provider.getField("models_of"), model);
        this.zone = this.provider.getField("zone");
    }

    /** Published figures by criterion, each as low, central, high. */
    Map<String, BigDecimal[]> figures(long inputTokens, long outputTokens) {
        Map<String, Double> low = bound("low", inputTokens, outputTokens);
        Map<String, Double> high = bound("high", inputTokens, outputTokens);
        Map<String, BigDecimal[]> figures = new LinkedHashMap<>();
        low.forEach((criterion, value) -> {
            double other = high.get(criterion);
            figures.put(criterion, new BigDecimal[] {
                new BigDecimal(value, TWELVE_DIGITS),
                new BigDecimal((value + other) / 2, TWELVE_DIGITS),
                new BigDecimal(other, TWELVE_DIGITS)
            });
        });
        return figures;
    }

    private Map<String, Double> bound(String bound, long inputTokens, long outputTokens) {
        double totalParameters = number(model, "total_params_b_" + bound);
        double activeParameters = number(model, "active_params_b_" + bound);
        double pue = number(provider, "pue_" + bound);
        double wue = number(provider, "wue_l_per_kwh_" + bound);
        double batch = factors.constant("batch.size");
        double serverGpus = factors.constant("server.gpu.count");

        double memory = factors.constant("memory.overhead")
                * totalParameters
                * factors.constant("weights.bits")
                / BITS_PER_BYTE;
        int needed = (int) Math.ceil(memory / factors.constant("gpu.memory"));
        double gpus = needed <= 1 ? 1 : 2 * Integer.highestOneBit(needed - 1);

        double gpuEnergy = outputTokens
                * (factors.constant("gpu.energy.alpha")
                                * StrictMath.exp(-factors.constant("gpu.energy.decay") * batch)
                                * activeParameters
                        + factors.constant("gpu.energy.gamma"))
                / 1000;

        double coefficient = factors.constant("prefill.per-token")
                * number(model, "ttft_s")
                / factors.constant("prefill.reference-ttft");
        double prefill = coefficient * inputTokens + factors.constant("prefill.constant");
        double latency = outputTokens * (1 / number(model, "decode_tps")) + prefill;

        double serverEnergy = latency / SECONDS_PER_HOUR * factors.constant("server.power") * gpus / serverGpus / batch;
        double networkPower = factors.constant("network.power")
                * (factors.constant("network.firewall.count")
                        + factors.constant("network.router.count")
                        + factors.constant("network.switch.count"));
        double networkEnergy = latency / SECONDS_PER_HOUR * networkPower * gpus / serverGpus / batch;
        double itEnergy = serverEnergy + gpus * gpuEnergy + networkEnergy;
        double energy = pue * itEnergy;

        double networkEmbodied =
                factors.constant("network.firewall.embodied") * factors.constant("network.firewall.count")
                        + factors.constant("network.router.embodied") * factors.constant("network.router.count")
                        + factors.constant("network.switch.embodied") * factors.constant("network.switch.count");
        double embodiedGwp = embodied("gwp", latency, gpus, batch, serverGpus)
                + latency * networkEmbodied * gpus / serverGpus / (factors.constant("network.lifetime") * batch)
                + factors.constant("building.embodied") * itEnergy;

        Map<String, Double> values = new LinkedHashMap<>();
        values.put("energy", energy);
        values.put("ghg-operational-location", energy * factors.mix("gwp", zone));
        values.put("ghg-embodied", embodiedGwp);
        values.put("water-on-site", itEnergy * wue);
        values.put("water-off-site", energy * factors.mix("water", zone));
        values.put(
                "primary-energy", energy * factors.mix("pe", zone) + embodied("pe", latency, gpus, batch, serverGpus));
        values.put("adpe", energy * factors.mix("adpe", zone) + embodied("adpe", latency, gpus, batch, serverGpus));
        return values;
    }

    private double embodied(String impact, double latency, double gpus, double batch, double serverGpus) {
        return latency
                / (factors.constant("server.lifetime") * batch)
                * (gpus / serverGpus * factors.constant("server.embodied." + impact)
                        + gpus * factors.constant("gpu.embodied." + impact + ".2026-09"));
    }
}
