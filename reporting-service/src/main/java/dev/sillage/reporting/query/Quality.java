package dev.sillage.reporting.query;

/**
 * How activities were computed.
 *
 * @param methodology id of the method
 * @param factorSet version and digest of the factors
 * @param tier how well they are known
 * @param warnings stable codes, separated by one space
 * @param activities how many
 */
record Quality(String methodology, String factorSet, String tier, String warnings, long activities) {}
