package dev.sillage.reporting.reconcile;

/**
 * What became of the activities of one tenant, or of all.
 *
 * @param computed footprints of distinct accepted activities
 * @param reported of these, in the ledger
 * @param duplicates of these, of activities that were in the ledger already
 * @param amended of these, corrections and retractions that took effect
 * @param conflicts of the duplicates, those whose content is not what was counted
 * @param recomputed footprints beyond these, of activities that were computed again
 * @param deadLettered activities that could not be computed
 */
record Tally(
        long computed,
        long reported,
        long duplicates,
        long amended,
        long conflicts,
        long recomputed,
        long deadLettered) {}
