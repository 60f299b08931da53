package dev.sillage.calculation.model.ai;

import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.VideoGeneration;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.factor.VideoModel;
import dev.sillage.calculation.model.Case;
import dev.sillage.calculation.model.CriteriaPlan;
import dev.sillage.calculation.model.KindModel;
import dev.sillage.calculation.model.sheet.Operand;
import dev.sillage.calculation.model.sheet.RecentValues;
import dev.sillage.calculation.model.sheet.Spread;
import dev.sillage.footprint.Tier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Videos: {@code sheets/sillage-2026.1/video-generation-timed.sheet} for closed models whose time was fitted, {@code
 * video-generation-sized.sheet} for all others.
 */
final class VideoGenerationModel implements KindModel<VideoGeneration> {
    private final VideoSheet timed = new VideoSheet("sillage-2026.1/video-generation-timed", true);
    private final VideoSheet sized = new VideoSheet("sillage-2026.1/video-generation-sized", false);
    private final RecentValues<Object, Resolved> plans = new RecentValues<>(4096);

    private record Resolved(
            MediaSite site,
            @Nullable String name,
            @Nullable VideoModel fitted,
            VideoSheet sheet,
            CriteriaPlan plan,
            Tier tier,
            List<String> warnings) {}

    private record Key(
            String provider,
            @Nullable String model,
            @Nullable String zone,
            Object factors) {}

    @Override
    public ActivityKind kind() {
        return ActivityKind.VIDEO_GENERATION;
    }

    @Override
    public Class<VideoGeneration> type() {
        return VideoGeneration.class;
    }

    @Override
    public Case resolve(VideoGeneration activity, FactorView factors) {
        Resolved resolved = plans.get(
                new Key(activity.provider(), activity.model(), activity.zone(), factors.cacheKey()),
                key -> find(activity, factors));
        List<String> warnings = new ArrayList<>(resolved.site().warnings());
        VideoUse use = VideoUse.of(activity, resolved.fitted(), warnings);
        if (use.measuredKwh() == null) {
            warnings.addAll(resolved.warnings());
        } else if (use.durationSeconds() != null
                && MachineLimit.isExceeded(use.measuredKwh(), use.durationSeconds(), factors)) {
            warnings.add("contradictory:duration");
        }
        return new Case(
                resolved.plan(),
                resolved.sheet().quantities(use),
                resolved.site().provider(),
                resolved.name(),
                resolved.site().zone(),
                use.measuredKwh() == null ? resolved.tier() : Tier.MEASURED,
                warnings,
                Case.delivered("second-of-video", activity.seconds()));
    }

    private Resolved find(VideoGeneration activity, FactorView factors) {
        String name = activity.model();
        VideoModel fitted = name == null
                ? null
                : VideoModelNames.find(name, factors.catalogue()).orElse(null);
        return fitted == null ? sized(activity, factors) : timed(activity, fitted, factors);
    }

    private Resolved timed(VideoGeneration activity, VideoModel model, FactorView factors) {
        MediaSite site = MediaSite.find(activity.provider(), model.provider(), activity.zone(), factors);
        Accelerator usual = Accelerator.of(Accelerator.USUAL, true, factors);
        Map<String, Operand> operands = new HashMap<>(site.operands());
        operands.putAll(usual.embodied());
        VideoMachine.put(model, factors, operands);
        // EcoLogits has 8000 MJ here and 70000 MJ for the like machine of language models; the first cannot be true.
        VideoMachine.put(operands, "Ps0", "hardware.server-p5.embodied.pe", factors);
        VideoMachine.put(operands, "U", "video.deployment.closed", factors);
        CriteriaPlan plan = new CriteriaPlan(timed.sheet().plan(Spread.INDEPENDENT, operands));
        return new Resolved(site, model.id(), model, timed, plan, Tier.REGISTRY, List.of());
    }

    private Resolved sized(VideoGeneration activity, FactorView factors) {
        MediaSite site = MediaSite.find(activity.provider(), null, activity.zone(), factors);
        Accelerator usual = Accelerator.of(Accelerator.USUAL, true, factors);
        Map<String, Operand> operands = new HashMap<>(site.operands());
        operands.putAll(usual.embodied());
        operands.put("Pg", Operand.of(usual.power()));
        VideoReference reference = VideoReference.find(activity.model(), factors);
        VideoMachine.put(operands, "fps", "ecologits.video.frame-rate", factors);
        VideoMachine.put(operands, "H", "image.host-ratio", factors);
        VideoMachine.put(operands, "e0", reference.key() + ".energy", factors);
        VideoMachine.put(operands, "A0", reference.key() + ".pixels", factors);
        VideoMachine.put(operands, "F0", reference.key() + ".frames", factors);
        if (reference.isMeasured()) {
            VideoMachine.put(operands, "U", "video.deployment.open", factors);
        }
        CriteriaPlan plan = new CriteriaPlan(sized.sheet().plan(Spread.INDEPENDENT, operands));
        String name = reference.id() == null ? activity.model() : reference.id();
        return new Resolved(site, name, null, sized, plan, reference.tier(), reference.warnings());
    }
}
