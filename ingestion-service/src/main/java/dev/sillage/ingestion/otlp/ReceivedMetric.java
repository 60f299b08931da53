package dev.sillage.ingestion.otlp;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The members of one metric, as they come in either form. */
final class ReceivedMetric {
    private static final int DELTA = 1;
    private static final int CUMULATIVE = 2;

    private final List<ReceivedPoint> points = new ArrayList<>(0);
    private boolean named;
    private @Nullable Metric metric;
    private Shape shape = Shape.OTHER;
    private int temporality;
    private boolean monotonic;

    /** What OTLP calls the data of a metric. */
    enum Shape {
        HISTOGRAM,
        SUM,
        OTHER
    }

    void name(@Nullable String name) {
        named = true;
        metric = name == null ? null : Metric.of(name);
    }

    void shape(Shape of) {
        this.shape = of;
    }

    void temporality(int number) {
        this.temporality = number;
    }

    void monotonic(boolean is) {
        this.monotonic = is;
    }

    /** Whether its data are already known to be of no interest. */
    boolean isPassedOver() {
        return named && metric == null;
    }

    @Nullable
    Metric metric() {
        return metric;
    }

    List<ReceivedPoint> points() {
        return points;
    }

    boolean isCumulative() {
        return temporality == CUMULATIVE;
    }

    /** Why none of its points can be read, or null. */
    @Nullable
    String fault(Metric of) {
        if (of.isHistogram() ? shape != Shape.HISTOGRAM : shape != Shape.SUM || !monotonic) {
            return of.otelName() + " must be a " + (of.isHistogram() ? "histogram." : "monotonic sum.");
        }
        return temporality == DELTA || temporality == CUMULATIVE
                ? null
                : of.otelName() + " must have the aggregation temporality 1 (delta) or 2 (cumulative).";
    }
}
