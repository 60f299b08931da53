package dev.sillage.calculation.model.ai;

import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.factor.Names;
import dev.sillage.footprint.Tier;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The video that others are compared with.
 *
 * @param id of the measured model; null for the envelope of all models
 * @param tier how well the model is known
 * @param warnings what had to be assumed
 */
record VideoReference(@Nullable String id, Tier tier, List<String> warnings) {

    static VideoReference find(@Nullable String model, FactorView factors) {
        if (model == null) {
            return new VideoReference(null, Tier.UNKNOWN, List.of("model-missing", "frame-rate-assumed"));
        }
        String bare = model.strip().toLowerCase(Locale.ROOT);
        String text = bare.substring(bare.lastIndexOf('/') + 1);
        return factors.catalogue()
                .names()
                .find(Names.Kind.VIDEO_MODEL, text)
                .map(id -> new VideoReference(id, Tier.REGISTRY, List.of("frame-rate-assumed")))
                .orElse(new VideoReference(null, Tier.CLASS, List.of("model-class-fallback", "frame-rate-assumed")));
    }

    boolean isMeasured() {
        return id != null;
    }

    /** What the keys of its factors begin with. */
    String key() {
        return id == null ? "video.class" : "video.model." + id;
    }
}
