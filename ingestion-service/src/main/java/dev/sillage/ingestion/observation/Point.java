package dev.sillage.ingestion.observation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One number of one series.
 *
 * @param cumulative whether it tells everything since its start
 * @param startUnixNanos 0 when not told
 * @param sum at least zero and exact: tokens, or seconds
 * @param count of the measurements in the sum; null for a counter
 * @param series the same for all points of a series
 */
public record Point(
        Quantity quantity,
        boolean cumulative,
        long startUnixNanos,
        double sum,
        @Nullable Long count,
        long series) {
    public Point {
        Objects.requireNonNull(quantity, "quantity");
    }
}
