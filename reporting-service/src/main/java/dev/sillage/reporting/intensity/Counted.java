package dev.sillage.reporting.intensity;

import dev.sillage.reporting.query.GroupKey;
import java.util.Map;

/**
 * What only the activities of a group themselves tell.
 *
 * @param key their group
 * @param per for each unit that was counted, by name of the figure, over those that tell it: their tokens, or a subject, of
 *     which the different ones are the quantity
 */
record Counted(GroupKey key, Map<Unit, Map<String, Quotient>> per) {

    Map<String, Quotient> per(Unit unit) {
        return per.getOrDefault(unit, Map.of());
    }
}
