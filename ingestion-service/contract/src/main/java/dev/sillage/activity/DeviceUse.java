package dev.sillage.activity;

import org.jspecify.annotations.Nullable;

/**
 * A device in use for something that no other activity counts.
 *
 * @param device which one
 * @param hours how long
 * @param country ISO 3166-1 country of the user; absent means world
 */
public record DeviceUse(
        @Text(maxLength = 40) String device,
        @Quantity(max = 1e9) double hours,
        @Text(maxLength = 40) @Nullable String country)
        implements Activity {}
