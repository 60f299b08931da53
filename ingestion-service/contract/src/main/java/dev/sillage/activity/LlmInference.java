package dev.sillage.activity;

import org.jspecify.annotations.Nullable;

/**
 * One or several requests to a text model.
 *
 * @param provider who runs the model, as in {@code gen_ai.provider.name}; unknown names are welcome
 * @param model the model that answered; absent or unknown means the nearest class and a warning
 * @param inputTokens tokens read, cached ones included
 * @param outputTokens tokens written, reasoning included
 * @param cachedInputTokens part of the input that was read from a cache
 * @param cacheCreationInputTokens part of the input that was written to a cache
 * @param reasoningTokens part of the output that was reasoning
 * @param requestCount how many requests the token counts add up; absent means one
 * @param durationSeconds measured time from request to last token; the mean when there are several requests
 * @param zone where it ran: ISO 3166-1 alpha-3 or alpha-2 country; absent means the provider's default
 * @param measuredEnergyKwh electricity of the machines that served it, measured, without PUE; beats the model
 * @param imageInputTokens part of the input that was images
 * @param audioInputTokens part of the input that was sound
 * @param imageOutputTokens part of the output that was images
 * @param audioOutputTokens part of the output that was sound
 */
public record LlmInference(
        @Text(maxLength = 100) String provider,
        @Text @Nullable String model,
        @Count long inputTokens,
        @Count long outputTokens,
        @Count @Nullable Long cachedInputTokens,
        @Count @Nullable Long cacheCreationInputTokens,
        @Count @Nullable Long reasoningTokens,
        @Count(min = 1, max = 1_000_000_000) @Nullable Integer requestCount,
        @Quantity(max = 1e9) @Nullable Double durationSeconds,
        @Text(maxLength = 40) @Nullable String zone,
        @Quantity(max = 1e12) @Nullable Double measuredEnergyKwh,
        @Count @Nullable Long imageInputTokens,
        @Count @Nullable Long audioInputTokens,
        @Count @Nullable Long imageOutputTokens,
        @Count @Nullable Long audioOutputTokens)
        implements Activity {

    /** Requests of which it is not told whether some tokens were images or sound. */
    public LlmInference(
            String provider,
            @Nullable String model,
            long inputTokens,
            long outputTokens,
            @Nullable Long cachedInputTokens,
            @Nullable Long cacheCreationInputTokens,
            @Nullable Long reasoningTokens,
            @Nullable Integer requestCount,
            @Nullable Double durationSeconds,
            @Nullable String zone,
            @Nullable Double measuredEnergyKwh) {
        this(
                provider,
                model,
                inputTokens,
                outputTokens,
                cachedInputTokens,
                cacheCreationInputTokens,
                reasoningTokens,
                requestCount,
                durationSeconds,
                zone,
                measuredEnergyKwh,
                null,
                null,
                null,
                null);
    }
}
