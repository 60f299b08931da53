package dev.sillage.reporting.intensity;

import dev.sillage.reporting.query.GroupKey;
import java.util.Map;

/**
 * What only the activities of a group themselves tell.
 *
 * @param key their group
 * @param perToken by name of the figure, over those that tell their tokens
 * @param perUser by name of the figure, over those that name a subject; the quantity is the number of different ones
 */
record Counted(GroupKey key, Map<String, Quotient> perToken, Map<String, Quotient> perUser) {}
