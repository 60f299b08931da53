package dev.sillage.calculation.model.inference;

import static dev.sillage.calculation.model.Explained.value;

import dev.sillage.calculation.model.Explanation.FactorUse;
import dev.sillage.calculation.model.Explanation.Step;
import dev.sillage.calculation.model.Explanation.Value;
import java.util.ArrayList;
import java.util.List;

/** Shows how long a request keeps its machines busy. */
final class LatencySteps {
    private final InferenceExplanation factors;
    private final Calculation calculation;
    private final Edition edition;

    LatencySteps(InferenceExplanation factors, Calculation calculation, Edition edition) {
        this.factors = factors;
        this.calculation = calculation;
        this.edition = edition;
    }

    List<Step> steps(Value outputTokens, FactorUse active, Value latency) {
        Value perToken = value("t", "time per written token", calculation.perRequest(Run::secondsPerToken), "s/token");
        Value prefill = value("pre", "time to read the input", calculation.perRequest(Run::prefillSeconds), "s");
        List<Value> inputs = new ArrayList<>(List.of(outputTokens, perToken, prefill));
        Double measured = calculation.request().measuredLatencySeconds();
        if (measured != null) {
            inputs.add(value("dur", "measured time", measured, "s"));
        }
        return List.of(
                perToken(active, perToken),
                prefill(active, prefill),
                new Step(
                        "latency",
                        measured == null ? "lat = Nout * t + pre" : "lat = min(Nout * t + pre, dur)",
                        inputs,
                        List.of(),
                        latency));
    }

    private Step perToken(FactorUse active, Value result) {
        if (calculation.request().model().tokensPerSecond() != null) {
            return new Step("time-per-token", "t = 1 / tps", List.of(), List.of(model("tps", ".throughput")), result);
        }
        return new Step(
                "time-per-token",
                "t = la * Pa + lb * B + lc",
                List.of(),
                List.of(
                        factors.ecologits("la", "latency.alpha"),
                        active,
                        factors.ecologits("lb", "latency.beta"),
                        factors.ecologits("B", "batch.size"),
                        factors.ecologits("lc", "latency.gamma")),
                result);
    }

    private Step prefill(FactorUse active, Value result) {
        boolean timed = calculation.request().model().timeToFirstTokenSeconds() != null;
        Double inputTokens = calculation.request().inputTokens();
        if (!edition.countsInput() || inputTokens == null) {
            return timed
                    ? new Step("prefill", "pre = ttft", List.of(), List.of(model("ttft", ".ttft")), result)
                    : new Step("prefill", "pre = 0", List.of(), List.of(), result);
        }
        List<Value> inputs = List.of(value("Nin", "input tokens", inputTokens, "token"));
        FactorUse perToken = factors.ecologits("k", "prefill.per-token");
        FactorUse constant = factors.ecologits("k0", "prefill.constant");
        return timed
                ? new Step(
                        "prefill",
                        "pre = k * ttft / ttft0 * Nin + k0",
                        inputs,
                        List.of(
                                perToken,
                                model("ttft", ".ttft"),
                                factors.ecologits("ttft0", "prefill.reference-ttft"),
                                constant),
                        result)
                : new Step(
                        "prefill",
                        "pre = k * Pa / Pa0 * Nin + k0",
                        inputs,
                        List.of(perToken, active, factors.ecologits("Pa0", "prefill.reference-parameters"), constant),
                        result);
    }

    private FactorUse model(String symbol, String suffix) {
        return factors.use(symbol, calculation.resolution().modelKey() + suffix);
    }
}
