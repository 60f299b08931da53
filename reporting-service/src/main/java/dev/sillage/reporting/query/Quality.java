package dev.sillage.reporting.query;

/**
 * How the activities of one group were computed.
 *
 * @param key its group
 * @param methodology id of the method
 * @param factorSet version and digest of the factors
 * @param tier how well they are known
 * @param warnings stable codes, separated by one space
 * @param activities how many
 */
public record Quality(
        GroupKey key, String methodology, String factorSet, String tier, String warnings, long activities) {}
