package dev.sillage.reporting.query;

import java.util.Map;

/**
 * How the activities of one group were computed.
 *
 * @param key values of the dimensions that the question groups by
 * @param methodology id of the method
 * @param factorSet version and digest of the factors
 * @param tier how well they are known
 * @param warnings stable codes, separated by one space
 * @param activities how many
 */
record Quality(
        Map<String, String> key, String methodology, String factorSet, String tier, String warnings, long activities) {}
