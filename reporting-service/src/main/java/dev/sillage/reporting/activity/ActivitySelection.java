package dev.sillage.reporting.activity;

import dev.sillage.reporting.query.Filter;
import dev.sillage.reporting.query.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which activities are meant.
 *
 * @param range when they ended
 * @param filters on the dimensions of figures
 * @param source only of this CloudEvents source; null for all
 * @param labels each label with its value
 */
public record ActivitySelection(
        TimeRange range, List<Filter> filters, @Nullable String source, Map<String, String> labels) {

    /** Those that stand behind figures. */
    public static ActivitySelection of(TimeRange range, List<Filter> filters) {
        return new ActivitySelection(range, filters, null, Map.of());
    }

    /** What of it ended then or later. */
    ActivitySelection since(Instant time) {
        return time.isAfter(range.from())
                ? new ActivitySelection(new TimeRange(time, range.to()), filters, source, labels)
                : this;
    }

    /** Whether some of it can be seen only in the activities themselves. */
    boolean looksIntoActivities() {
        return source != null || !labels.isEmpty();
    }
}
