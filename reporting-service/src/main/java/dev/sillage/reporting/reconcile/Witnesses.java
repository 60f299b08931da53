package dev.sillage.reporting.reconcile;

import dev.sillage.activity.AcceptedTopic;
import dev.sillage.activity.Incarnation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The replicas of ingestion that counted what was accepted, and where their counts have gaps: a count that is missing
 * makes the other side the larger one, and never means that something was lost.
 *
 * @param firstStart when the first of them began to count, null when there was none
 * @param gaps when counts may be missing
 */
record Witnesses(@Nullable Instant firstStart, List<Gap> gaps) {
    private static final Duration HOUR = Duration.ofHours(1);

    /**
     * A time in which something may have been accepted that was never counted.
     *
     * @param from its first moment
     * @param to its last
     */
    record Gap(Instant from, Instant to) {

        /** The gap of a replica that is not heard of any more, or lost counts. */
        static Gap of(Incarnation incarnation) {
            Instant end = incarnation.seenAt().plus(AcceptedTopic.LONGEST_SILENCE);
            return incarnation.state() == Incarnation.State.INCOMPLETE
                    ? new Gap(incarnation.startedAt(), end)
                    : new Gap(incarnation.seenAt().minus(AcceptedTopic.LONGEST_DELAY), end);
        }

        boolean touches(Instant hour) {
            return from.isBefore(hour.plus(HOUR)) && !to.isBefore(hour);
        }
    }

    /** How the two sides of an hour agree. */
    HourState judge(HourCounts counts, boolean settled) {
        if (!settled) {
            return HourState.PENDING;
        }
        // What was counted is never too much: if not all of it came to an end, something is missing for certain.
        if (counts.difference() > 0) {
            return HourState.UNBALANCED;
        }
        if (counts.incomplete() > 0 || gaps.stream().anyMatch(gap -> gap.touches(counts.hour()))) {
            return HourState.UNCONFIRMED;
        }
        if (counts.difference() == 0) {
            return HourState.BALANCED;
        }
        return -counts.difference() <= counts.uncertain() || isBeforeAll(counts.hour())
                ? HourState.UNCONFIRMED
                : HourState.UNBALANCED;
    }

    private boolean isBeforeAll(Instant hour) {
        return firstStart == null || hour.isBefore(firstStart);
    }
}
