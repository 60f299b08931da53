package dev.sillage.reporting.intensity;

import dev.sillage.reporting.query.GroupKey;
import java.util.Map;

/**
 * Activities of one group that delivered the same thing.
 *
 * @param key their group
 * @param functionalUnit what they delivered; empty when the method does not tell
 * @param activities how many
 * @param perQuantity by name of the figure, over those that tell how much they delivered
 * @param perActivity by name of the figure, over all that have it; the quantity is their number
 */
record Delivered(
        GroupKey key,
        String functionalUnit,
        long activities,
        Map<String, Quotient> perQuantity,
        Map<String, Quotient> perActivity) {}
