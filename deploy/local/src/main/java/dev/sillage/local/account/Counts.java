package dev.sillage.local.account;

/**
 * How many events have come how far, since the data began, or between two moments.
 *
 * @param accepted taken at the door
 * @param computed made into a footprint
 * @param reported new in the ledger
 * @param duplicates already in the ledger
 * @param deadLettered that no footprint could be computed of
 */
public record Counts(long accepted, long computed, long reported, long duplicates, long deadLettered) {

    /** What has come since. */
    public Counts since(Counts earlier) {
        return new Counts(
                accepted - earlier.accepted,
                computed - earlier.computed,
                reported - earlier.reported,
                duplicates - earlier.duplicates,
                deadLettered - earlier.deadLettered);
    }

    /** Whether nothing is on its way any more. */
    public boolean isSettled() {
        return computed + deadLettered == accepted && reported + duplicates == computed;
    }
}
