package dev.sillage.calculation.model.ai;

import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.model.CriteriaPlan;
import dev.sillage.calculation.model.Range;
import dev.sillage.calculation.model.language.Host;
import dev.sillage.calculation.model.language.ModelResolution;
import dev.sillage.calculation.model.language.ModelResolver;
import dev.sillage.calculation.model.language.ResourceNames;
import dev.sillage.calculation.model.sheet.Plan;
import dev.sillage.calculation.model.sheet.Sheet;
import dev.sillage.calculation.model.sheet.Spread;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out what the names in a request stand for and makes the plan for them. */
final class LlmPlans {
    private static final double WATTS_PER_KW = 1000;

    private final ModelResolver models;
    private final Sheet known = Sheet.load("sillage-2026.1/llm-inference");
    private final Sheet between = Sheet.load("sillage-2026.1/llm-inference-between");
    private final LlmQuantities knownPositions = LlmQuantities.of(known);
    private final LlmQuantities betweenPositions = LlmQuantities.of(between);

    LlmPlans(ModelResolver models) {
        this.models = models;
    }

    LlmPlan make(String provider, @Nullable String modelName, @Nullable String zone, FactorView factors) {
        Host host = Host.find(provider, factors.catalogue());
        ModelResolution model = models.resolve(host.modelsOf(), modelName);
        Site site = Site.find(host, zone == null ? ResourceNames.region(modelName) : zone, factors);
        Serving serving = Serving.machines(factors)
                .writing()
                .putOperands(site.operands())
                .put("tps", factors.find(model.key() + ".throughput", null))
                .put("ttft", factors.find(model.key() + ".ttft", null))
                .put("u", Ends.timesOrDivided(factors.factor(error(model))));
        Factor total = factors.factor(model.key() + ".parameters.total");
        Factor active = factors.factor(model.key() + ".parameters.active");
        boolean isRange = total.low() < total.high() || active.low() < active.high();
        if (isRange) {
            serving.put("Pt1", Ends.low(total))
                    .put("Pt2", Ends.high(total))
                    .put("Pa1", Ends.low(active))
                    .put("Pa2", Ends.high(active))
                    .put("w", factors.factor("uncertainty.size.position"));
        } else {
            serving.put("Pt", total).put("Pa", active);
        }
        Sheet sheet = isRange ? between : known;
        Plan plan = sheet.plan(Spread.INDEPENDENT, serving.operands());
        List<String> warnings = new ArrayList<>(model.warnings());
        warnings.addAll(site.warnings());
        List<String> extended = new ArrayList<>(warnings);
        extended.add("prefill-extension");
        return new LlmPlan(
                host.name(),
                model.name(),
                site.zone(),
                model.tier(),
                List.copyOf(warnings),
                List.copyOf(extended),
                machineKw(plan, isRange ? "gpu-count-high" : "gpu-count", factors),
                isRange ? betweenPositions : knownPositions,
                new CriteriaPlan(plan));
    }

    private static String error(ModelResolution model) {
        return model.isArchitecturePublished() ? "uncertainty.structural.published" : "uncertainty.structural.class";
    }

    private static double machineKw(Plan plan, String gpuCount, FactorView factors) {
        @Nullable Range gpus = plan.evaluate(plan.sheet().newQuantities(), new int[] {plan.locate(gpuCount)})[0];
        double gpuKw = factors.factor("hardware.h100.power").high() / WATTS_PER_KW;
        double shareKw = factors.factor("ecologits.server.power").high()
                / factors.factor("ecologits.server.gpu.count").central();
        return gpus == null ? Double.POSITIVE_INFINITY : gpus.high() * (gpuKw + shareKw);
    }
}
