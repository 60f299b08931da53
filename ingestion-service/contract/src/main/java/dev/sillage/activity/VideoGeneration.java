package dev.sillage.activity;

import org.jspecify.annotations.Nullable;

/**
 * A video made by a model.
 *
 * @param provider who runs the model, as in {@code gen_ai.provider.name}; unknown names are welcome
 * @param model the model that answered; absent or unknown means the nearest class and a warning
 * @param seconds length of the video made
 * @param width pixels
 * @param height pixels
 * @param resolution a name such as 720p, when width and height are not known
 * @param audio whether it has sound
 * @param durationSeconds measured time of making it
 * @param zone where it ran: ISO 3166-1 alpha-3 or alpha-2 country; absent means the provider's default
 * @param measuredEnergyKwh electricity of the machines that served it, measured, without PUE; beats the model
 */
public record VideoGeneration(
        @Text(maxLength = 100) String provider,
        @Text @Nullable String model,
        @Quantity(max = 1e9) double seconds,
        @Count(min = 1, max = 100_000) @Nullable Integer width,
        @Count(min = 1, max = 100_000) @Nullable Integer height,
        @Text(maxLength = 40) @Nullable String resolution,
        @Nullable Boolean audio,
        @Quantity(max = 1e9) @Nullable Double durationSeconds,
        @Text(maxLength = 40) @Nullable String zone,
        @Quantity(max = 1e12) @Nullable Double measuredEnergyKwh)
        implements Activity {}
