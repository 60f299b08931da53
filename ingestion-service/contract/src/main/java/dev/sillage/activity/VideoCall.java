package dev.sillage.activity;

import org.jspecify.annotations.Nullable;

/**
 * A call between two or more people.
 *
 * @param seconds how long
 * @param participants how many connections
 * @param mode audio, SD, HD, 4K; absent means HD
 * @param device what it is used on: smartphone, tablet, laptop, desktop, tv; absent means the usual mix
 * @param network how the user is connected; absent means fixed
 * @param country ISO 3166-1 country of the user; absent means world
 */
public record VideoCall(
        @Quantity(max = 1e9) double seconds,
        @Count(min = 1, max = 1_000_000) int participants,
        @Text(maxLength = 40) @Nullable String mode,
        @Text(maxLength = 40) @Nullable String device,
        @Text(oneOf = {"fixed", "mobile"}) @Nullable String network,
        @Text(maxLength = 40) @Nullable String country)
        implements Activity {}
