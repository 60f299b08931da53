package dev.sillage.ingestion.otlp;

import org.jspecify.annotations.Nullable;

/**
 * One data point of a metric that is read.
 *
 * @param index which of them in the request, from 0
 * @param cumulative whether it tells everything since its start, and not only what came since the point before
 * @param startUnixNanos 0 when not told
 * @param timeUnixNanos 0 when not told
 * @param sum null when not told
 * @param count of the measurements in the sum; null for a counter
 * @param identity of its series: all attributes of the point, and its instrumentation scope
 */
record DataPoint(
        int index,
        Metric metric,
        boolean cumulative,
        long startUnixNanos,
        long timeUnixNanos,
        @Nullable Double sum,
        @Nullable Long count,
        Attributes<PointAttribute> attributes,
        long identity) {

    /** The same point in an instrumentation scope. */
    DataPoint inScope(long scope) {
        return new DataPoint(
                index,
                metric,
                cumulative,
                startUnixNanos,
                timeUnixNanos,
                sum,
                count,
                attributes,
                // Not only added, so that a scope is never taken for one more attribute.
                identity * 31 + scope);
    }
}
