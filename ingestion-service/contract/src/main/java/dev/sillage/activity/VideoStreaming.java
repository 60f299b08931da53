package dev.sillage.activity;

import org.jspecify.annotations.Nullable;

/**
 * Watching a video.
 *
 * @param seconds how long
 * @param quality low, SD, HD, QHD, UHD, or a resolution such as 1080p; absent means HD
 * @param device what it is used on: smartphone, tablet, laptop, desktop, tv; absent means the usual mix
 * @param network how the user is connected; absent means fixed
 * @param country ISO 3166-1 country of the user; absent means world
 * @param viewers how many screens; absent means one
 */
public record VideoStreaming(
        @Quantity(max = 1e9) double seconds,
        @Text(maxLength = 40) @Nullable String quality,
        @Text(maxLength = 40) @Nullable String device,
        @Text(oneOf = {"fixed", "mobile"}) @Nullable String network,
        @Text(maxLength = 40) @Nullable String country,
        @Count(min = 1, max = 1_000_000) @Nullable Integer viewers)
        implements Activity {}
