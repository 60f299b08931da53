package dev.sillage.calculation.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sillage.activity.VideoGeneration;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.model.Methodology;
import dev.sillage.calculation.model.ai.EcologitsVideo;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code ecologits-video-2026-06} by the methodology of that id. */
final class VideoGenerationVectors implements VectorSet {
    private final Methodology method = EcologitsVideo.methodology(FactorCatalogue.load());

    @Override
    public boolean covers(String setOrGroup) {
        return setOrGroup.equals(method.id());
    }

    @Override
    public Map<String, Object> compute(JsonNode vector) throws Exception {
        Told told = new Told(vector.get("input"));
        VideoGeneration activity = new VideoGeneration(
                Objects.requireNonNullElse(told.text("provider"), "unknown"),
                told.text("model"),
                told.required("duration_s", "seconds", "video_duration_s"),
                whole(told.number("width")),
                whole(told.number("height")),
                told.text("resolution"),
                told.flag("with_audio", "audio"),
                told.number("request_latency_s", "latency_s", "measured_latency_s"),
                told.text("zone"),
                null);
        told.allRead();
        return new Results(method.explain(activity))
                .bounds("energy_kwh", "energy")
                .bounds("gwp_kgco2e.usage", "ghg-operational-location")
                .bounds("gwp_kgco2e.embodied", "ghg-embodied")
                .bounds("gwp_kgco2e.total", "ghg-operational-location", "ghg-embodied")
                .bounds("adpe_kgsbe.usage", "adpe-use")
                .bounds("adpe_kgsbe.embodied", "adpe-embodied")
                .bounds("adpe_kgsbe.total", "adpe")
                .bounds("pe_mj.usage", "primary-energy-use")
                .bounds("pe_mj.embodied", "primary-energy-embodied")
                .bounds("pe_mj.total", "primary-energy")
                .bounds("wcf_l", "water-on-site", "water-off-site")
                .values();
    }

    private static @Nullable Integer whole(@Nullable Double value) {
        return value == null ? null : (int) Math.round(value);
    }
}
