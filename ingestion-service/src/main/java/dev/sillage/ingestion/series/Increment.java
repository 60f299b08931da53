package dev.sillage.ingestion.series;

import org.jspecify.annotations.Nullable;

/**
 * What came to a quantity.
 *
 * @param count null when it is not counted
 */
record Increment(double sum, @Nullable Long count) {
    Increment plus(Increment other) {
        return new Increment(
                sum + other.sum, count == null || other.count == null ? null : Long.valueOf(count + other.count));
    }
}
