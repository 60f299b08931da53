package dev.sillage.reporting.reconcile;

import java.time.Instant;

/**
 * What became of the events that were accepted in one hour, in the shape of its JSON.
 *
 * @param hour its first moment, UTC
 * @param accepted activities, as ingestion counted them
 * @param refused events, as ingestion counted them
 * @param computed results of distinct accepted activities
 * @param reported of these, in the report
 * @param duplicates of these, of activities that were there already
 * @param amended of these, corrections and retractions that took effect
 * @param conflicts of the duplicates, those with another content
 * @param recomputed results of activities that were computed again
 * @param deadLettered activities that could not be computed
 * @param late of the reported, those that had ended long before
 * @param uncertain activities of which ingestion does not know whether they are durable
 * @param difference accepted − (reported + duplicates + amended + deadLettered)
 * @param state balanced, pending, unconfirmed or unbalanced
 */
record Hour(
        Instant hour,
        long accepted,
        long refused,
        long computed,
        long reported,
        long duplicates,
        long amended,
        long conflicts,
        long recomputed,
        long deadLettered,
        long late,
        long uncertain,
        long difference,
        String state) {

    static Hour of(HourCounts counts, HourState state) {
        return new Hour(
                counts.hour(),
                counts.accepted(),
                counts.refused(),
                counts.computed(),
                counts.reported(),
                counts.duplicates(),
                counts.amended(),
                counts.conflicts(),
                counts.recomputed(),
                counts.deadLettered(),
                counts.late(),
                counts.uncertain(),
                counts.difference(),
                state.wireName());
    }
}
