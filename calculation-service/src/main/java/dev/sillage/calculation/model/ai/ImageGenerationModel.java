package dev.sillage.calculation.model.ai;

import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.ImageGeneration;
import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.model.Case;
import dev.sillage.calculation.model.CriteriaPlan;
import dev.sillage.calculation.model.KindModel;
import dev.sillage.calculation.model.sheet.Operand;
import dev.sillage.calculation.model.sheet.RecentValues;
import dev.sillage.calculation.model.sheet.Sheet;
import dev.sillage.calculation.model.sheet.Spread;
import dev.sillage.footprint.Tier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Images: {@code sheets/sillage-2026.1/image-generation.sheet}. */
final class ImageGenerationModel implements KindModel<ImageGeneration> {
    private final Sheet sheet = Sheet.load("sillage-2026.1/image-generation");
    private final int images = sheet.quantity("n");
    private final int pixels = sheet.quantity("A");
    private final int steps = sheet.quantity("S");
    private final int duration = sheet.quantity("d");
    private final int measured = sheet.quantity("Em");
    private final RecentValues<Object, Resolved> plans = new RecentValues<>(4096);

    private record Resolved(MediaSite site, @Nullable String model, ImageReference reference, CriteriaPlan plan) {}

    private record Key(
            String provider,
            @Nullable String model,
            @Nullable String zone,
            Object factors) {}

    @Override
    public ActivityKind kind() {
        return ActivityKind.IMAGE_GENERATION;
    }

    @Override
    public Class<ImageGeneration> type() {
        return ImageGeneration.class;
    }

    @Override
    public Case resolve(ImageGeneration activity, FactorView factors) {
        Resolved resolved = plans.get(
                new Key(activity.provider(), activity.model(), activity.zone(), factors.cacheKey()),
                key -> find(activity, factors));
        List<String> warnings = new ArrayList<>(resolved.site().warnings());
        Double energy = Telling.positive(activity.measuredEnergyKwh(), "measured-energy", warnings);
        Double time = Telling.positive(activity.durationSeconds(), "duration", warnings);
        Double size = size(activity, warnings);
        if (energy == null) {
            resolved.reference().warn(activity, size, warnings);
        } else if (time != null && MachineLimit.isExceeded(energy, time, factors)) {
            warnings.add("contradictory:duration");
        }
        return new Case(
                resolved.plan(),
                sheet.newQuantities()
                        .set(images, (double) activity.images())
                        .set(pixels, size)
                        .set(steps, activity.steps())
                        .set(duration, time)
                        .set(measured, energy),
                resolved.site().provider(),
                resolved.model(),
                resolved.site().zone(),
                energy == null ? resolved.reference().tier() : Tier.MEASURED,
                warnings,
                Case.delivered("image", (double) activity.images()));
    }

    /** One side alone is that of a square. */
    private static @Nullable Double size(ImageGeneration activity, List<String> warnings) {
        Integer width = activity.width();
        Integer height = activity.height();
        if (width == null && height == null) {
            return null;
        }
        if (width == null || height == null) {
            warnings.add("size-completed");
        }
        double one = width != null ? width : height != null ? height : 0;
        double other = height != null ? height : one;
        return one * other;
    }

    private Resolved find(ImageGeneration activity, FactorView factors) {
        MediaSite site = MediaSite.find(activity.provider(), null, activity.zone(), factors);
        ImageReference reference = ImageReference.find(activity.model(), factors);
        Map<String, Operand> operands = new HashMap<>(site.operands());
        Accelerator gpu = Accelerator.of(Accelerator.USUAL, true, factors);
        operands.putAll(gpu.embodied());
        operands.put("Pg", Operand.of(gpu.power()));
        operands.put("H", Operand.of(factors.factor("image.host-ratio")));
        operands.put("e0", Operand.of(reference.energy()));
        put(operands, "A0", reference.pixels());
        put(operands, "S0", reference.steps());
        put(operands, "U", reference.deployment());
        String model = reference.id() == null ? activity.model() : reference.id();
        return new Resolved(site, model, reference, new CriteriaPlan(sheet.plan(Spread.INDEPENDENT, operands)));
    }

    private static void put(Map<String, Operand> operands, String symbol, @Nullable Factor factor) {
        if (factor != null) {
            operands.put(symbol, Operand.of(factor));
        }
    }
}
