package dev.sillage.activity;

import org.jspecify.annotations.Nullable;

/**
 * Emissions that a solution is said to avoid elsewhere. It stays in its own topic, table and panel and is never subtracted.
 *
 * @param lever what kind of saving
 * @param referenceQuantity what would have happened without it, in {@code unit}
 * @param solutionQuantity what happened with it, in {@code unit}
 * @param unit the unit of both quantities
 * @param reference the reference scenario and its time frame
 * @param evidence where the two quantities come from
 * @param rebound what is known of rebound effects
 * @param tier ITU-T L.1480 tier
 * @param country ISO 3166-1 country of the user; absent means world
 */
public record Avoidance(
        @Text(oneOf = {"logistics", "predictive-maintenance", "food-waste", "energy-management"})
        String lever,

        @Quantity double referenceQuantity,
        @Quantity double solutionQuantity,
        @Text(oneOf = {"km", "litre", "kg", "kWh", "year"}) String unit,
        @Text(maxLength = 500) String reference,
        @Text(maxLength = 500) String evidence,
        @Text(maxLength = 500) String rebound,
        @Text(oneOf = {"1", "2", "3"}) String tier,
        @Text(maxLength = 40) @Nullable String country)
        implements Activity {}
