package dev.sillage.calculation.model.ai;

import dev.sillage.activity.LlmInference;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.model.Footprint;
import dev.sillage.calculation.model.Methodology;
import dev.sillage.calculation.model.SheetMethodology;
import org.jspecify.annotations.Nullable;

/** Requests to text models by our own method, told shortly. */
record Prompts(
        String provider,
        @Nullable String model,
        long input,
        long output,
        @Nullable Long cached,
        @Nullable Long cacheCreation,
        @Nullable Long reasoning,
        @Nullable Integer requests,
        @Nullable Double seconds,
        @Nullable String zone,
        @Nullable Double measuredKwh,
        @Nullable Long audioOutput) {
    static final FactorCatalogue CATALOGUE = FactorCatalogue.load();
    static final Methodology METHOD =
            new SheetMethodology("sillage-2026.1", "ours", "here", CATALOGUE, LanguageModels.all(CATALOGUE));

    static Prompts to(String provider, @Nullable String model, long input, long output) {
        return new Prompts(provider, model, input, output, null, null, null, null, null, null, null, null);
    }

    Prompts tokens(long read, long written) {
        return new Prompts(
                provider,
                model,
                read,
                written,
                cached,
                cacheCreation,
                reasoning,
                requests,
                seconds,
                zone,
                measuredKwh,
                audioOutput);
    }

    Prompts cached(@Nullable Long tokens) {
        return new Prompts(
                provider,
                model,
                input,
                output,
                tokens,
                cacheCreation,
                reasoning,
                requests,
                seconds,
                zone,
                measuredKwh,
                audioOutput);
    }

    Prompts reasoning(long tokens) {
        return new Prompts(
                provider,
                model,
                input,
                output,
                cached,
                cacheCreation,
                tokens,
                requests,
                seconds,
                zone,
                measuredKwh,
                audioOutput);
    }

    Prompts audioOut(long tokens) {
        return new Prompts(
                provider,
                model,
                input,
                output,
                cached,
                cacheCreation,
                reasoning,
                requests,
                seconds,
                zone,
                measuredKwh,
                tokens);
    }

    Prompts times(@Nullable Integer count) {
        return new Prompts(
                provider,
                model,
                input,
                output,
                cached,
                cacheCreation,
                reasoning,
                count,
                seconds,
                zone,
                measuredKwh,
                audioOutput);
    }

    Prompts within(@Nullable Double duration) {
        return new Prompts(
                provider,
                model,
                input,
                output,
                cached,
                cacheCreation,
                reasoning,
                requests,
                duration,
                zone,
                measuredKwh,
                audioOutput);
    }

    Prompts in(String place) {
        return new Prompts(
                provider,
                model,
                input,
                output,
                cached,
                cacheCreation,
                reasoning,
                requests,
                seconds,
                place,
                measuredKwh,
                audioOutput);
    }

    Prompts measuredAs(double kwh) {
        return new Prompts(
                provider,
                model,
                input,
                output,
                cached,
                cacheCreation,
                reasoning,
                requests,
                seconds,
                zone,
                kwh,
                audioOutput);
    }

    LlmInference activity() {
        return new LlmInference(
                provider,
                model,
                input,
                output,
                cached,
                cacheCreation,
                reasoning,
                requests,
                seconds,
                zone,
                measuredKwh,
                null,
                null,
                null,
                audioOutput);
    }

    Footprint footprint() {
        try {
            return METHOD.footprint(activity());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
