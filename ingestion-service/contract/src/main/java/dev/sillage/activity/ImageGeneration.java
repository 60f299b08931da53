package dev.sillage.activity;

import org.jspecify.annotations.Nullable;

/**
 * Images made by a model.
 *
 * @param provider who runs the model, as in {@code gen_ai.provider.name}; unknown names are welcome
 * @param model the model that answered; absent or unknown means the nearest class and a warning
 * @param images how many
 * @param width pixels
 * @param height pixels
 * @param steps denoising steps
 * @param inputTokens tokens read, when the model bills images by token
 * @param outputTokens tokens written, when the model bills images by token
 * @param durationSeconds measured time of all images
 * @param zone where it ran: ISO 3166-1 alpha-3 or alpha-2 country; absent means the provider's default
 * @param measuredEnergyKwh electricity of the machines that served it, measured, without PUE; beats the model
 */
public record ImageGeneration(
        @Text(maxLength = 100) String provider,
        @Text @Nullable String model,
        @Count(min = 1, max = 1_000_000_000) long images,
        @Count(min = 1, max = 100_000) @Nullable Integer width,
        @Count(min = 1, max = 100_000) @Nullable Integer height,
        @Count(min = 1, max = 100_000) @Nullable Integer steps,
        @Count @Nullable Long inputTokens,
        @Count @Nullable Long outputTokens,
        @Quantity(max = 1e9) @Nullable Double durationSeconds,
        @Text(maxLength = 40) @Nullable String zone,
        @Quantity(max = 1e12) @Nullable Double measuredEnergyKwh)
        implements Activity {}
