package dev.sillage.ingestion.otlp;

import org.jspecify.annotations.Nullable;

/** The members of one data point, as they come in either form. */
final class ReceivedPoint {
    /** Bit of the flags that says there is no value, because the series ended. */
    private static final long NO_RECORDED_VALUE = 1;

    private final Attributes<PointAttribute> attributes = new Attributes<>(PointAttribute.SPELLINGS, true);
    private long startUnixNanos;
    private long timeUnixNanos;
    private @Nullable Double sum;
    private @Nullable Long count;
    private long flags;

    Attributes<PointAttribute> attributes() {
        return attributes;
    }

    void start(long unixNanos) {
        this.startUnixNanos = unixNanos;
    }

    void time(long unixNanos) {
        this.timeUnixNanos = unixNanos;
    }

    void sum(double value) {
        this.sum = value;
    }

    void count(long value) {
        this.count = value;
    }

    void flags(long bits) {
        this.flags = bits;
    }

    boolean hasValue() {
        return (flags & NO_RECORDED_VALUE) == 0;
    }

    DataPoint toPoint(int index, Metric metric, boolean cumulative) {
        return new DataPoint(
                index,
                metric,
                cumulative,
                startUnixNanos,
                timeUnixNanos,
                sum,
                metric.isHistogram() ? (count == null ? Long.valueOf(0) : count) : null,
                attributes,
                attributes.identity());
    }
}
