package dev.sillage.ingestion.check;

import java.time.Duration;
import java.time.Instant;

/**
 * The times that an activity can have ended at.
 *
 * @param earliest first one
 * @param latest last one
 */
public record AcceptableTime(Instant earliest, Instant latest) {
    /** Nothing that is measured here ran before; an earlier time is a clock that was never set. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /** Clocks that are set to the wrong zone are at most this far ahead. */
    private static final Duration AHEAD = Duration.ofHours(24);

    /** Those for an event that is received at {@code now}. */
    public static AcceptableTime at(Instant now) {
        return new AcceptableTime(EARLIEST, now.plus(AHEAD));
    }

    /** Whether an activity can have ended then. */
    public boolean contains(Instant time) {
        return !time.isBefore(earliest) && !time.isAfter(latest);
    }
}
