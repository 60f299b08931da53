package dev.sillage.calculation.model.ai;

import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.model.sheet.Operand;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which factor each symbol of the sheets about language models stands for. */
final class Serving {
    private static final Map<String, String> MACHINES = Map.ofEntries(
            Map.entry("o", "ecologits.memory.overhead"),
            Map.entry("Q", "ecologits.weights.bits"),
            Map.entry("M", "ecologits.gpu.memory"),
            Map.entry("B", "ecologits.batch.size"),
            Map.entry("p", "ecologits.prefill.per-token"),
            Map.entry("pp", "ecologits.prefill.reference-parameters"),
            Map.entry("p0", "ecologits.prefill.constant"),
            Map.entry("f", "prefill.flop"),
            Map.entry("eff", "prefill.efficiency"),
            Map.entry("mfu", "prefill.mfu"),
            Map.entry("S", "ecologits.server.gpu.count"),
            Map.entry("Ps", "ecologits.server.power"),
            Map.entry("nf", "ecologits.network.firewall.count"),
            Map.entry("nr", "ecologits.network.router.count"),
            Map.entry("ns", "ecologits.network.switch.count"),
            Map.entry("Pd", "ecologits.network.power"),
            Map.entry("L", "serving.lifetime"),
            Map.entry("U", "serving.utilisation"),
            Map.entry("Ln", "ecologits.network.lifetime"),
            Map.entry("Is", "ecologits.server.embodied.gwp"),
            Map.entry("Isa", "ecologits.server.embodied.adpe"),
            Map.entry("Isp", "ecologits.server.embodied.pe"),
            Map.entry("Ig", "hardware.h100.embodied.gwp"),
            Map.entry("Iga", "hardware.h100.embodied.adpe"),
            Map.entry("Igp", "hardware.h100.embodied.pe"),
            Map.entry("If", "ecologits.network.firewall.embodied"),
            Map.entry("Ir", "ecologits.network.router.embodied"),
            Map.entry("Iw", "ecologits.network.switch.embodied"),
            Map.entry("ib", "ecologits.building.embodied"));

    private static final Map<String, String> WRITING = Map.of(
            "a", "ecologits.gpu.energy.alpha",
            "b", "ecologits.gpu.energy.decay",
            "c", "ecologits.gpu.energy.gamma",
            "la", "ecologits.latency.alpha",
            "lb", "ecologits.latency.beta",
            "lc", "ecologits.latency.gamma",
            "pt", "ecologits.prefill.reference-ttft",
            "wc", "prefill.cached-weight",
            "ww", "prefill.cache-creation-weight");

    private final FactorView factors;
    private final Map<String, Operand> operands = new HashMap<>();

    private Serving(FactorView factors) {
        this.factors = factors;
    }

    /** What runs any model. */
    static Serving machines(FactorView factors) {
        return new Serving(factors).putAll(MACHINES);
    }

    /** How a model writes, beside what runs it. */
    Serving writing() {
        return putAll(WRITING);
    }

    Serving putAll(Map<String, String> keys) {
        keys.forEach((symbol, key) -> put(symbol, factors.factor(key)));
        return this;
    }

    Serving putOperands(Map<String, Operand> others) {
        operands.putAll(others);
        return this;
    }

    /** Does nothing for null: what needs it is absent, or another way is taken. */
    Serving put(String symbol, @Nullable Factor factor) {
        if (factor != null) {
            operands.put(symbol, Operand.of(factor));
        }
        return this;
    }

    Map<String, Operand> operands() {
        return Map.copyOf(operands);
    }
}
