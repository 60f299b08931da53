package dev.sillage.reporting.query;

/**
 * Activities that were computed in the same way.
 *
 * @param methodology id of the method
 * @param factorSet version and digest of the factors
 * @param tier how well they are known
 * @param warnings stable codes, separated by one space
 * @param aggregate the activities
 */
public record Origin(String methodology, String factorSet, String tier, String warnings, Aggregate aggregate) {
    /** How many columns tell it. */
    static final int PARTS = 4;
}
