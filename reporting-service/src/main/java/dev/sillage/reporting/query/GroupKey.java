package dev.sillage.reporting.query;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which group.
 *
 * @param values by name of the dimension; empty for {@link #OTHER} and when nothing is grouped
 * @param other whether it is all the groups together that are not among the largest
 */
public record GroupKey(Map<String, String> values, boolean other) {
    static final GroupKey OTHER = new GroupKey(Map.of(), true);

    public GroupKey {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
