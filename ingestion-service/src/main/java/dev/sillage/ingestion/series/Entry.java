package dev.sillage.ingestion.series;

import dev.sillage.ingestion.observation.Point;
import dev.sillage.ingestion.observation.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * Where one series stands.
 *
 * @param startUnixNanos of a cumulative one, part of what it is: a process that starts anew begins another; 0 for delta
 * @param sum last one of a cumulative series
 * @param count last one of a cumulative series
 * @param timeUnixNanos of the last point that was counted
 */
record Entry(
        Quantity quantity,
        boolean cumulative,
        long startUnixNanos,
        long series,
        double sum,
        @Nullable Long count,
        long timeUnixNanos) {

    static Entry of(Point point, long timeUnixNanos) {
        return new Entry(
                point.quantity(),
                point.cumulative(),
                point.cumulative() ? point.startUnixNanos() : 0,
                point.series(),
                point.sum(),
                point.count(),
                timeUnixNanos);
    }

    boolean isOf(Point point) {
        return quantity == point.quantity()
                && cumulative == point.cumulative()
                && series == point.series()
                && (!cumulative || startUnixNanos == point.startUnixNanos());
    }

    /** Whether the series counted backwards, which only one that began again does. */
    boolean isReset(Point point) {
        Long now = point.count();
        return point.sum() < sum || (now != null && count != null && now < count);
    }
}
