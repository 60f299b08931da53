package dev.sillage.calculation.model.ecologits;

import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.model.sheet.Operand;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which factor each symbol of the sheets stands for. */
final class Constants {
    private static final Map<String, String> MARCH = Map.ofEntries(
            Map.entry("o", "ecologits.memory.overhead"),
            Map.entry("Q", "ecologits.weights.bits"),
            Map.entry("M", "ecologits.gpu.memory"),
            Map.entry("a", "ecologits.gpu.energy.alpha"),
            Map.entry("b", "ecologits.gpu.energy.decay"),
            Map.entry("c", "ecologits.gpu.energy.gamma"),
            Map.entry("B", "ecologits.batch.size"),
            Map.entry("la", "ecologits.latency.alpha"),
            Map.entry("lb", "ecologits.latency.beta"),
            Map.entry("lc", "ecologits.latency.gamma"),
            Map.entry("S", "ecologits.server.gpu.count"),
            Map.entry("Ps", "ecologits.server.power"),
            Map.entry("L", "ecologits.server.lifetime"),
            Map.entry("Is", "ecologits.server.embodied.gwp"),
            Map.entry("Isa", "ecologits.server.embodied.adpe"),
            Map.entry("Isp", "ecologits.server.embodied.pe"),
            Map.entry("Ig", "ecologits.gpu.embodied.gwp.2026-03"),
            Map.entry("Iga", "ecologits.gpu.embodied.adpe.2026-03"),
            Map.entry("Igp", "ecologits.gpu.embodied.pe.2026-03"));

    private static final Map<String, String> SEPTEMBER = Map.ofEntries(
            Map.entry("Ig", "ecologits.gpu.embodied.gwp.2026-09"),
            Map.entry("Iga", "ecologits.gpu.embodied.adpe.2026-09"),
            Map.entry("Igp", "ecologits.gpu.embodied.pe.2026-09"),
            Map.entry("p", "ecologits.prefill.per-token"),
            Map.entry("pt", "ecologits.prefill.reference-ttft"),
            Map.entry("pp", "ecologits.prefill.reference-parameters"),
            Map.entry("p0", "ecologits.prefill.constant"),
            Map.entry("nf", "ecologits.network.firewall.count"),
            Map.entry("nr", "ecologits.network.router.count"),
            Map.entry("ns", "ecologits.network.switch.count"),
            Map.entry("Pd", "ecologits.network.power"),
            Map.entry("If", "ecologits.network.firewall.embodied"),
            Map.entry("Ir", "ecologits.network.router.embodied"),
            Map.entry("Iw", "ecologits.network.switch.embodied"),
            Map.entry("Ln", "ecologits.network.lifetime"),
            Map.entry("ib", "ecologits.building.embodied"));

    private final FactorView factors;
    private final Map<String, Operand> operands = new HashMap<>();

    private Constants(FactorView factors) {
        this.factors = factors;
    }

    /** The operands of an edition for a model, a site and the electricity of a zone. */
    static Map<String, Operand> of(
            Edition edition, String model, String pue, String wue, String zone, FactorView view) {
        Constants constants = new Constants(view);
        MARCH.forEach(constants::put);
        if (edition == Edition.SEPTEMBER_2026) {
            SEPTEMBER.forEach(constants::put);
        }
        constants.put("Pt", model + ".parameters.total");
        constants.put("Pa", model + ".parameters.active");
        constants.putIfKnown("tps", model + ".throughput");
        constants.putIfKnown("ttft", model + ".ttft");
        constants.put("PUE", pue);
        constants.put("WUE", wue);
        constants.put("Fgwp", view.factor("ecologits.mix.gwp", zone));
        constants.put("Fadp", view.factor("ecologits.mix.adpe", zone));
        constants.put("Fpe", view.factor("ecologits.mix.pe", zone));
        constants.put("Fw", view.factor("ecologits.mix.water", zone));
        return constants.operands;
    }

    private void put(String symbol, String key) {
        put(symbol, factors.factor(key));
    }

    private void putIfKnown(String symbol, String key) {
        put(symbol, factors.find(key, null));
    }

    private void put(String symbol, @Nullable Factor factor) {
        if (factor != null) {
            operands.put(symbol, Operand.of(factor));
        }
    }
}
