package dev.sillage.activity;

import org.jspecify.annotations.Nullable;

/**
 * Texts turned into vectors.
 *
 * @param provider who runs the model, as in {@code gen_ai.provider.name}; unknown names are welcome
 * @param model the model that answered; absent or unknown means the nearest class and a warning
 * @param inputTokens tokens read
 * @param requestCount how many requests the token count adds up; absent means one
 * @param durationSeconds measured time of a request
 * @param zone where it ran: ISO 3166-1 alpha-3 or alpha-2 country; absent means the provider's default
 * @param measuredEnergyKwh electricity of the machines that served it, measured, without PUE; beats the model
 */
public record Embedding(
        @Text(maxLength = 100) String provider,
        @Text @Nullable String model,
        @Count long inputTokens,
        @Count(min = 1, max = 1_000_000_000) @Nullable Integer requestCount,
        @Quantity(max = 1e9) @Nullable Double durationSeconds,
        @Text(maxLength = 40) @Nullable String zone,
        @Quantity(max = 1e12) @Nullable Double measuredEnergyKwh)
        implements Activity {}
