package dev.sillage.reporting.query;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /** That of a map is the same for team-1 with model-2 and for team-2 with model-1, and of such are most keys. */
    @Override
    public int hashCode() {
        int hash = Boolean.hashCode(other);
        for (Map.Entry<String, String> value : values.entrySet()) {
            int each = 31 * value.getKey().hashCode() + value.getValue().hashCode();
            each = (each ^ each >>> 15) * 0x85ebca6b;
            hash += each ^ each >>> 13;
        }
        return hash;
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof GroupKey key && other == key.other && values.equals(key.values);
    }
}
