package dev.sillage.ingestion.otlp;

import dev.sillage.ingestion.problem.ProblemType;
import dev.sillage.ingestion.problem.RequestRefusedException;
import java.util.ArrayList;
import java.util.List;

/** Collects the data points of one request while it is decoded; metrics that nobody reads are forgotten at once. */
final class ReceivedPoints {
    private final int max;
    private final List<ResourcePoints> resources = new ArrayList<>();
    private List<DataPoint> points = new ArrayList<>();
    private List<ResourcePoints.Misshapen> refused = new ArrayList<>(0);
    private int scopeBegin;
    private int kept;
    private int next;

    /**
     * @param max how many data points one request may hold
     */
    ReceivedPoints(int max) {
        this.max = max;
    }

    /**
     * Called before a data point is read.
     *
     * @throws RequestRefusedException when it is one too many
     */
    void keep() {
        if (++kept > max) {
            throw new RequestRefusedException(
                    ProblemType.TOO_MANY_EVENTS, "At most " + max + " data points are taken in one request.");
        }
    }

    /** Ends a metric, of which everything is known only now. */
    void endMetric(ReceivedMetric received) {
        Metric metric = received.metric();
        if (metric == null) {
            kept -= received.points().size();
            return;
        }
        String fault = received.fault(metric);
        for (ReceivedPoint point : received.points()) {
            if (fault != null) {
                refused.add(new ResourcePoints.Misshapen(next++, metric, fault));
            } else if (point.hasValue()) {
                points.add(point.toPoint(next++, metric, received.isCumulative()));
            }
        }
    }

    /**
     * Ends the data points of one instrumentation scope: two of them may tell of the same calls, but in series of their
     * own.
     *
     * @param scope its hash; 0 when there is none
     */
    void endScope(long scope) {
        if (scope != 0) {
            for (int i = scopeBegin; i < points.size(); i++) {
                points.set(i, points.get(i).inScope(scope));
            }
        }
        scopeBegin = points.size();
    }

    /** Ends the data points of one resource, whose attributes may have stood before or behind them. */
    void endResource(Attributes<ResourceAttribute> resource) {
        if (!points.isEmpty() || !refused.isEmpty()) {
            resources.add(new ResourcePoints(resource, points, refused));
            points = new ArrayList<>();
            refused = new ArrayList<>(0);
            scopeBegin = 0;
        }
    }

    List<ResourcePoints> resources() {
        return resources;
    }
}
