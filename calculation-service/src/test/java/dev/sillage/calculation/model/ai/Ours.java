package dev.sillage.calculation.model.ai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.activity.Activity;
import dev.sillage.activity.ImageGeneration;
import dev.sillage.activity.VideoGeneration;
import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.factor.Overrides;
import dev.sillage.calculation.model.Circumstances;
import dev.sillage.calculation.model.Explanation;
import dev.sillage.calculation.model.Footprint;
import dev.sillage.calculation.model.Methodology;
import dev.sillage.calculation.model.NotComputableException;
import dev.sillage.calculation.model.Range;
import dev.sillage.calculation.model.SheetMethodology;
import dev.sillage.footprint.Criterion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Short ways to ask our method. */
final class Ours {
    static final FactorCatalogue CATALOGUE = FactorCatalogue.load();
    static final Methodology METHOD = new SheetMethodology("sillage-2026.1", "", "", CATALOGUE, AiModels.all());

    private Ours() {}

    static Footprint of(Activity activity) {
        return of(activity, Circumstances.NEWEST);
    }

    static Footprint of(Activity activity, Circumstances circumstances) {
        try {
            return METHOD.footprint(activity, circumstances);
        } catch (NotComputableException e) {
            throw new AssertionError(e);
        }
    }

    static Explanation explain(Activity activity) {
        try {
            return METHOD.explain(activity);
        } catch (NotComputableException e) {
            throw new AssertionError(e);
        }
    }

    static Range step(Explanation explanation, String name) {
        return explanation.steps().stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no step " + name))
                .result()
                .range();
    }

    static boolean hasStep(Explanation explanation, String name) {
        return explanation.steps().stream().anyMatch(step -> step.name().equals(name));
    }

    static Range figure(Footprint footprint, Criterion criterion) {
        Range range = footprint.figures().get(criterion);
        assertThat(range).as(criterion.wireName()).isNotNull();
        return range;
    }

    static Range energyKwh(Activity activity) {
        return figure(of(activity), Criterion.ENERGY);
    }

    /** Factors that a tenant set, in all zones. */
    static Circumstances with(Factor... own) {
        return new Circumstances(Instant.parse("2026-11-01T00:00:00Z"), new Overrides() {
            @Override
            public @Nullable Factor find(String key, @Nullable String zone, Instant time) {
                return List.of(own).stream()
                        .filter(factor -> factor.key().equals(key))
                        .findFirst()
                        .orElse(null);
            }

            @Override
            public String version() {
                return "own-" + List.of(own).hashCode();
            }

            @Override
            public long period(Instant time) {
                return 0;
            }
        });
    }

    static Factor own(String key, String unit, double value) {
        return new Factor(
                key,
                null,
                unit,
                value,
                value,
                value,
                null,
                null,
                null,
                "the tenant",
                null,
                null,
                Overrides.QUALITY,
                null);
    }

    static ImageGeneration images(@Nullable String model, long count) {
        return new ImageGeneration("openai", model, count, null, null, null, null, null, null, null, null);
    }

    static ImageGeneration images(@Nullable String model, int side, @Nullable Integer steps) {
        return new ImageGeneration("openai", model, 1, side, side, steps, null, null, null, null, null);
    }

    static ImageGeneration images(long count, @Nullable Double seconds, @Nullable Double measuredKwh) {
        return new ImageGeneration(
                "openai", "flux.1-dev", count, 1024, 1024, 50, null, null, seconds, "FRA", measuredKwh);
    }

    static VideoGeneration video(@Nullable String model, int width, int height, double seconds) {
        return new VideoGeneration("google", model, seconds, width, height, null, null, null, "USA", null);
    }

    static VideoGeneration video(String model, @Nullable String resolution) {
        return new VideoGeneration("google", model, 5, null, null, resolution, true, null, "USA", null);
    }

    static VideoGeneration video(String model, @Nullable Double took, @Nullable Double measuredKwh) {
        return new VideoGeneration("google", model, 8, 1280, 720, null, true, took, "USA", measuredKwh);
    }
}
