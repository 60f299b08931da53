package dev.sillage.calculation.model.ai;

import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.LlmInference;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.model.Case;
import dev.sillage.calculation.model.KindModel;
import dev.sillage.calculation.model.language.ModelResolver;
import dev.sillage.calculation.model.sheet.Quantities;
import dev.sillage.calculation.model.sheet.RecentValues;
import dev.sillage.footprint.FunctionalUnit;
import dev.sillage.footprint.Tier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requests to text models: {@code sheets/sillage-2026.1/llm-inference.sheet} and {@code -between}. */
final class LlmInferenceModel implements KindModel<LlmInference> {
    private static final int REMEMBERED = 4096;

    private static final @Nullable FunctionalUnit ONE_REQUEST = Case.delivered("request", 1);

    private final LlmPlans source;
    private final RecentValues<Key, LlmPlan> plans = new RecentValues<>(REMEMBERED);

    private record Key(
            String provider,
            @Nullable String model,
            @Nullable String zone,
            Object factors) {}

    LlmInferenceModel(ModelResolver models) {
        this.source = new LlmPlans(models);
    }

    @Override
    public ActivityKind kind() {
        return ActivityKind.LLM_INFERENCE;
    }

    @Override
    public Class<LlmInference> type() {
        return LlmInference.class;
    }

    @Override
    public Case resolve(LlmInference activity, FactorView factors) {
        LlmPlan plan = plans.get(
                new Key(activity.provider(), activity.model(), activity.zone(), factors.cacheKey()),
                key -> source.make(key.provider(), key.model(), key.zone(), factors));
        Integer count = activity.requestCount();
        double requests = count == null ? 1 : count;
        Tokens tokens = Tokens.of(activity);
        Measured measured = Measured.of(
                activity.measuredEnergyKwh(),
                activity.durationSeconds(),
                tokens.read() + tokens.written() > 0,
                requests,
                plan.machineKw());
        LlmQuantities positions = plan.positions();
        Quantities quantities = plan.plan()
                .plan()
                .sheet()
                .newQuantities()
                .set(positions.requests(), requests)
                .set(positions.read(), tokens.read())
                .set(positions.cached(), tokens.cached())
                .set(positions.cacheCreation(), tokens.cacheCreation())
                .set(positions.written(), tokens.written())
                .set(positions.seconds(), measured.seconds())
                .set(positions.energy(), measured.energyKwh());
        boolean modelled = measured.energyKwh() == null;
        return new Case(
                plan.plan(),
                quantities,
                plan.provider(),
                plan.model(),
                plan.zone(),
                modelled ? plan.tier() : Tier.MEASURED,
                warnings(plan, tokens, measured, requests),
                requests == 1 ? ONE_REQUEST : Case.delivered("request", requests));
    }

    private static List<String> warnings(LlmPlan plan, Tokens tokens, Measured measured, double requests) {
        boolean extended = measured.energyKwh() == null && tokens.read() > 0;
        boolean idle = tokens.read() + tokens.written() == 0;
        List<String> usual = extended ? plan.warningsWithPrefill() : plan.warnings();
        if (requests == 1
                && !idle
                && tokens.warnings().isEmpty()
                && measured.warnings().isEmpty()) {
            return usual;
        }
        List<String> warnings = new ArrayList<>(usual);
        warnings.addAll(tokens.warnings());
        warnings.addAll(measured.warnings());
        if (requests > 1) {
            warnings.add("aggregated");
        }
        if (idle) {
            warnings.add("zero-tokens");
        }
        return warnings;
    }
}
