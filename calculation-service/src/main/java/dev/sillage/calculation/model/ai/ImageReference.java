package dev.sillage.calculation.model.ai;

import dev.sillage.activity.ImageGeneration;
import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.footprint.Tier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The image that others are compared with.
 *
 * @param id of the measured model; null for the envelope of all models
 * @param energy of one image
 * @param pixels of it; null when the measurement does not tell
 * @param steps of it; null when the measurement does not tell
 * @param deployment how far another deployment may be; null when the energy is an envelope already
 * @param tier how well the model is known
 */
record ImageReference(
        @Nullable String id,
        Factor energy,
        @Nullable Factor pixels,
        @Nullable Factor steps,
        @Nullable Factor deployment,
        Tier tier) {
    /** From half to double a proportion was seen to hold (ai-methodology.md section 6). */
    private static final double PROPORTION_HOLDS = 2;

    static ImageReference find(@Nullable String model, FactorView factors) {
        String id = model == null ? null : ImageModels.find(model, factors).orElse(null);
        if (id == null) {
            return new ImageReference(
                    null,
                    factors.factor("image.closed.energy"),
                    factors.factor("image.reference.pixels"),
                    null,
                    null,
                    model == null ? Tier.UNKNOWN : Tier.CLASS);
        }
        String key = "image.model." + id;
        Factor steps = factors.find(key + ".steps", null);
        // Steps come with the measurements of one megapixel; the others are of a native size that is not told.
        return new ImageReference(
                id,
                factors.factor(key + ".energy"),
                steps == null ? null : factors.factor("image.reference.pixels"),
                steps,
                factors.factor("image.deployment"),
                Tier.REGISTRY);
    }

    void warn(ImageGeneration activity, @Nullable Double size, List<String> warnings) {
        if (id == null) {
            warnings.add(activity.model() == null ? "model-missing" : "model-class-fallback");
        }
        compare("image-size", size, pixels, warnings);
        Integer told = activity.steps();
        compare("image-steps", told == null ? null : told.doubleValue(), steps, warnings);
    }

    private static void compare(String what, @Nullable Double told, @Nullable Factor here, List<String> warnings) {
        if (told == null) {
            return;
        }
        if (here == null) {
            warnings.add(what + "-ignored");
        } else if (told > here.central() * PROPORTION_HOLDS || told < here.central() / PROPORTION_HOLDS) {
            warnings.add(what + "-extrapolated");
        }
    }
}
