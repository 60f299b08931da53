package dev.sillage.ingestion.check;

import java.time.Instant;

/**
 * The times that an activity can have ended at.
 *
 * @param earliest first one
 * @param latest last one
 */
public record AcceptableTime(Instant earliest, Instant latest) {

    /** Whether an activity can have ended then. */
    public boolean contains(Instant time) {
        return !time.isBefore(earliest) && !time.isAfter(latest);
    }
}
