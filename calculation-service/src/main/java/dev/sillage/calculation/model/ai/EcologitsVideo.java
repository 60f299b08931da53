package dev.sillage.calculation.model.ai;

import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.VideoGeneration;
import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.factor.Provider;
import dev.sillage.calculation.factor.VideoModel;
import dev.sillage.calculation.factor.Zones;
import dev.sillage.calculation.model.Case;
import dev.sillage.calculation.model.CriteriaPlan;
import dev.sillage.calculation.model.KindModel;
import dev.sillage.calculation.model.Methodology;
import dev.sillage.calculation.model.NotComputableException;
import dev.sillage.calculation.model.SheetMethodology;
import dev.sillage.calculation.model.sheet.Operand;
import dev.sillage.calculation.model.sheet.Spread;
import dev.sillage.footprint.Tier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Videos as EcoLogits 0.11 computes them: {@code sheets/ecologits-video-2026-06/video-generation.sheet}. */
public final class EcologitsVideo {
    private static final String ID = "ecologits-video-2026-06";

    private EcologitsVideo() {}

    /** The methodology. */
    public static Methodology methodology(FactorCatalogue catalogue) {
        return new SheetMethodology(
                ID,
                "EcoLogits for generated videos, line 0.11 (June 2026): time of a whole machine by regression.",
                "https://github.com/mlco2/ecologits, docs/methodology/video_generation.md @3d9c4e85",
                catalogue,
                List.of(new Model()));
    }

    /** The reference knows its own models only: a model or a zone that it lacks has no footprint by it. */
    private static final class Model implements KindModel<VideoGeneration> {
        private final VideoSheet sheet = new VideoSheet("ecologits-video-2026-06/video-generation", true);

        @Override
        public ActivityKind kind() {
            return ActivityKind.VIDEO_GENERATION;
        }

        @Override
        public Class<VideoGeneration> type() {
            return VideoGeneration.class;
        }

        @Override
        public Case resolve(VideoGeneration activity, FactorView factors) throws NotComputableException {
            VideoModel model = model(activity.model(), factors.catalogue());
            Provider provider = factors.catalogue()
                    .providers()
                    .find(model.provider())
                    .orElse(factors.catalogue().providers().unknown());
            List<String> warnings = new ArrayList<>();
            String zone = zone(activity.zone(), provider, factors, warnings);
            Map<String, Operand> operands = new HashMap<>();
            VideoMachine.put(model, factors, operands);
            VideoMachine.put(operands, "L", "ecologits.video.lifetime", factors);
            VideoMachine.put(operands, "PUE", provider.key() + ".pue", factors);
            VideoMachine.put(operands, "WUE", provider.key() + ".wue", factors);
            operands.put("CI", mix("gwp", zone, factors));
            operands.put("ADPF", mix("adpe", zone, factors));
            operands.put("PEF", mix("pe", zone, factors));
            operands.put("WCF", mix("water", zone, factors));
            VideoUse use = VideoUse.of(activity, model, warnings);
            return new Case(
                    new CriteriaPlan(sheet.sheet().plan(Spread.ENDS, operands)),
                    sheet.quantities(use),
                    provider.id(),
                    model.id(),
                    zone,
                    use.measuredKwh() == null ? Tier.REGISTRY : Tier.MEASURED,
                    warnings,
                    Case.delivered("second-of-video", activity.seconds()));
        }

        private static VideoModel model(@Nullable String name, FactorCatalogue catalogue)
                throws NotComputableException {
            VideoModel model =
                    name == null ? null : VideoModelNames.find(name, catalogue).orElse(null);
            if (model == null) {
                throw new NotComputableException(
                        "model-not-registered", ID + " knows its own models only, see GET /v1/models; use our method");
            }
            return model;
        }

        private static String zone(
                @Nullable String told, Provider provider, FactorView factors, List<String> warnings) {
            if (told != null && !told.isBlank()) {
                String zone = factors.catalogue()
                        .zones()
                        .find(told)
                        .map(Zones.Zone::code)
                        .filter(code -> factors.find("ecologits.mix.gwp", code) != null)
                        .orElse(null);
                if (zone != null) {
                    return zone;
                }
                warnings.add("zone-fallback");
            }
            String usual = provider.zone();
            if (usual == null && !warnings.contains("zone-fallback")) {
                warnings.add("zone-fallback");
            }
            return usual == null ? Zones.WORLD : usual;
        }

        private static Operand mix(String criterion, String zone, FactorView factors) {
            Factor factor = factors.factor("ecologits.mix." + criterion, zone);
            return Operand.of(factor);
        }
    }
}
