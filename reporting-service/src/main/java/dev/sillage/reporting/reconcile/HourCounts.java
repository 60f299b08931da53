package dev.sillage.reporting.reconcile;

import java.time.Instant;

/**
 * Both sides of one hour of one tenant, as they are stored.
 *
 * @param accepted activities that ingestion counted as durable
 * @param refused events that ingestion refused
 * @param uncertain activities of which ingestion does not know whether they are durable
 * @param incomplete counts of ingestion that were never said to be complete
 */
record HourCounts(
        String tenant,
        Instant hour,
        long accepted,
        long refused,
        long uncertain,
        long incomplete,
        long computed,
        long reported,
        long duplicates,
        long amended,
        long conflicts,
        long recomputed,
        long deadLettered,
        long late) {

    /** What was accepted and did not come to an end; below zero more came than was counted. */
    long difference() {
        return accepted - (reported + duplicates + amended + deadLettered);
    }
}
