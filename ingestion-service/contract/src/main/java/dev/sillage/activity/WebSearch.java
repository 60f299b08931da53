package dev.sillage.activity;

import org.jspecify.annotations.Nullable;

/**
 * Searches.
 *
 * @param count how many
 * @param device what it is used on: smartphone, tablet, laptop, desktop, tv; absent means the usual mix
 * @param network how the user is connected; absent means fixed
 * @param country ISO 3166-1 country of the user; absent means world
 */
public record WebSearch(
        @Count(min = 1) long count,
        @Text(maxLength = 40) @Nullable String device,
        @Text(oneOf = {"fixed", "mobile"}) @Nullable String network,
        @Text(maxLength = 40) @Nullable String country)
        implements Activity {}
