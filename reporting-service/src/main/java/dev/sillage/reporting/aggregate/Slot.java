package dev.sillage.reporting.aggregate;

import dev.sillage.reporting.schema.Rollup;
import java.time.Instant;
import java.util.Comparator;

/**
 * One row of a rollup.
 *
 * @param seriesId whose figures
 * @param bucket the beginning of the span of time
 */
record Slot(long seriesId, Instant bucket) implements Comparable<Slot> {
    private static final Comparator<Slot> ORDER =
            Comparator.comparingLong(Slot::seriesId).thenComparing(Slot::bucket);

    /** The row per minute of an activity that ended then. */
    static Slot of(long seriesId, Instant occurredAt) {
        return new Slot(seriesId, Rollup.MINUTE.floor(occurredAt));
    }

    /** The row of a coarser rollup that this one is part of. */
    Slot within(Rollup rollup) {
        return new Slot(seriesId, rollup.floor(bucket));
    }

    @Override
    public int compareTo(Slot other) {
        return ORDER.compare(this, other);
    }
}
