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
 * @param item what it is about: the vehicle (van, truck) or the food (beef, chicken, bread, vegetables)
 * @param speedKmh mean speed of the vehicle, km/h
 * @param assetKgCo2e greenhouse gases of making the asset whose life is extended, kgCO2e
 * @param energySavedKwh electricity that the maintenance saves as well, kWh
 * @param timeframeYears years that a longer life is counted for; absent means one
 * @param firstOrderKgCo2e footprint of the solution's own computing, kgCO2e; absent means unknown
 * @param reboundKgCo2e what rebound effects took back, kgCO2e; absent means unknown
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
        @Text(maxLength = 40) @Nullable String country,
        @Text(maxLength = 100) @Nullable String item,
        @Quantity(min = 1, max = 200) @Nullable Double speedKmh,
        @Quantity @Nullable Double assetKgCo2e,
        @Quantity @Nullable Double energySavedKwh,
        @Quantity(max = 100) @Nullable Double timeframeYears,
        @Quantity @Nullable Double firstOrderKgCo2e,
        @Quantity @Nullable Double reboundKgCo2e)
        implements Activity {}
