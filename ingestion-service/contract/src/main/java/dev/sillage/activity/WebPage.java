package dev.sillage.activity;

import org.jspecify.annotations.Nullable;

/**
 * Page views.
 *
 * @param bytes weight of one view
 * @param visits how many views
 * @param greenHosting whether the host runs on renewable electricity
 * @param country ISO 3166-1 country of the user; absent means world
 */
public record WebPage(
        @Count long bytes,
        @Count(min = 1) long visits,
        @Nullable Boolean greenHosting,
        @Text(maxLength = 40) @Nullable String country)
        implements Activity {}
