package dev.sillage.calculation.model.ai;

import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.ModelTraining;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.model.Case;
import dev.sillage.calculation.model.KindModel;
import dev.sillage.calculation.model.NotComputableException;
import dev.sillage.calculation.model.sheet.RecentValues;
import dev.sillage.calculation.model.sheet.Sheet;
import dev.sillage.footprint.Tier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Training: {@code sheets/sillage-2026.1/model-training.sheet}. */
final class ModelTrainingModel implements KindModel<ModelTraining> {
    private final Sheet sheet = Sheet.load("sillage-2026.1/model-training");
    private final int hours = sheet.quantity("h");
    private final int parameters = sheet.quantity("N");
    private final int tokens = sheet.quantity("D");
    private final int powerShare = sheet.quantity("x");
    private final int pue = sheet.quantity("p");
    private final int measured = sheet.quantity("Em");
    private final int day = sheet.quantity("day");
    private final RecentValues<Object, TrainingSite> plans = new RecentValues<>(4096);

    private record Key(@Nullable String hardware, @Nullable String zone, boolean search, Object factors) {}

    @Override
    public ActivityKind kind() {
        return ActivityKind.MODEL_TRAINING;
    }

    @Override
    public Class<ModelTraining> type() {
        return ModelTraining.class;
    }

    @Override
    public Case resolve(ModelTraining activity, FactorView factors) throws NotComputableException {
        boolean search = "search".equals(activity.purpose());
        TrainingSite site = plans.get(
                new Key(activity.hardware(), activity.zone(), search, factors.cacheKey()),
                key -> TrainingSite.find(activity, search, sheet, factors));
        List<String> warnings = new ArrayList<>();
        TrainingUse use = TrainingUse.of(activity, warnings);
        use.warn(site, factors, warnings);
        warnings.addAll(site.warnings());
        return new Case(
                site.plan(),
                sheet.newQuantities()
                        .set(hours, use.gpuHours())
                        .set(parameters, use.parameters())
                        .set(tokens, use.tokens())
                        .set(powerShare, use.powerShare())
                        .set(pue, activity.pue())
                        .set(measured, use.measuredKwh())
                        .set(day, use.parameters() == null ? null : ReleaseDay.of(factors.time())),
                null,
                activity.model(),
                site.zone(),
                tier(use, site),
                warnings,
                Case.delivered("training-run", 1));
    }

    private static Tier tier(TrainingUse use, TrainingSite site) {
        if (use.measuredKwh() != null) {
            return Tier.MEASURED;
        }
        return site.accelerator().known() ? Tier.REGISTRY : Tier.CLASS;
    }
}
