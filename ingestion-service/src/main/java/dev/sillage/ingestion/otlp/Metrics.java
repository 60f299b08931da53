package dev.sillage.ingestion.otlp;

import dev.sillage.ingestion.check.AcceptableTime;
import dev.sillage.ingestion.check.Finding;
import dev.sillage.ingestion.check.Outcome;
import dev.sillage.ingestion.observation.Observation;
import dev.sillage.ingestion.observation.Point;
import dev.sillage.ingestion.observation.Window;
import dev.sillage.ingestion.problem.ProblemType;
import dev.sillage.ingestion.receive.Inspection;
import dev.sillage.ingestion.receive.Limits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes the data points of one request apart for the owner of their series: whatever is cumulative can be counted only
 * by whoever knows the point before.
 */
@ApplicationScoped
class Metrics {
    /** Keeps a record well below the largest that the broker takes. */
    private static final int POINTS_IN_A_RECORD = 1000;

    private final Limits limits;
    private final MetricRules rules = new MetricRules();

    Metrics(Limits limits) {
        this.limits = limits;
    }

    /**
     * @throws dev.sillage.ingestion.problem.RequestRefusedException when the body cannot be decoded or holds too many
     */
    Inspection inspect(byte[] body, Encoding encoding, Instant now) {
        Inspection inspection = new Inspection(limits.maxProblems());
        AcceptableTime acceptable = limits.ofEvent().acceptableTime(now);
        int unknownOperations = 0;
        for (ResourcePoints resource : encoding.metrics(body, limits.maxEvents())) {
            for (ResourcePoints.Misshapen misshapen : resource.refused()) {
                refuse(
                        inspection,
                        misshapen.index(),
                        misshapen.metric(),
                        new Finding(ProblemType.WRONG_TYPE, misshapen.detail(), ""));
            }
            unknownOperations += take(resource, acceptable, inspection);
        }
        if (unknownOperations > 0) {
            inspection.note(
                    unknownOperations + " data points tell tokens, but no operation that is known here; they are"
                            + " not counted. Set gen_ai.operation.name.");
        }
        return inspection;
    }

    private int take(ResourcePoints resource, AcceptableTime acceptable, Inspection inspection) {
        String service = resource.resource().textOrEmpty(ResourceAttribute.APPLICATION);
        String instance = resource.resource().textOrEmpty(ResourceAttribute.INSTANCE);
        MetricRules.Origin origin =
                new MetricRules.Origin(resource.resource().identity(), service.length() + instance.length());
        Windows windows = new Windows(service, instance, ResourceLabels.of(resource.resource()), inspection);
        int unknownOperations = 0;
        for (DataPoint point : resource.points()) {
            try {
                MetricRules.Verdict verdict = rules.judge(point, origin, acceptable);
                if (verdict instanceof MetricRules.Verdict.Counted counted) {
                    windows.add(counted);
                } else if (verdict instanceof MetricRules.Verdict.Ignored ignored && ignored.hasUsage()) {
                    unknownOperations++;
                }
            } catch (ItemRefusedException refused) {
                refuse(inspection, point.index(), point.metric(), refused.finding());
            }
        }
        windows.send();
        return unknownOperations;
    }

    private static void refuse(Inspection inspection, int index, Metric metric, Finding finding) {
        inspection.refuse(index, new Outcome.Refused(null, metric.otelName(), List.of(finding)));
    }

    /** The points of one resource by the calls that they are about. */
    private static final class Windows {
        private final String service;
        private final String instance;
        private final ResourceLabels labels;
        private final Inspection inspection;
        private final Map<Calls, Window> windows = new LinkedHashMap<>();
        private final Map<Calls, List<Point>> points = new LinkedHashMap<>();

        Windows(String service, String instance, ResourceLabels labels, Inspection inspection) {
            this.service = service;
            this.instance = instance;
            this.labels = labels;
            this.inspection = inspection;
        }

        void add(MetricRules.Verdict.Counted counted) {
            Window of = counted.window();
            Calls calls = new Calls(of.operation(), of.provider(), of.model(), of.timeUnixNanos());
            Window known = windows.putIfAbsent(calls, of);
            if (known != null && !Objects.equals(known.requestModel(), of.requestModel())) {
                windows.put(calls, known.withoutRequestModel());
            }
            points.computeIfAbsent(calls, any -> new ArrayList<>()).add(counted.point());
        }

        /** All that is told of the same calls stays in one record: apart it would be counted as if it were of others. */
        void send() {
            List<Window> record = new ArrayList<>();
            int waiting = 0;
            for (Map.Entry<Calls, Window> entry : windows.entrySet()) {
                List<Point> all = points.getOrDefault(entry.getKey(), List.of());
                if (waiting > 0 && waiting + all.size() > POINTS_IN_A_RECORD) {
                    send(record, waiting);
                    record = new ArrayList<>();
                    waiting = 0;
                }
                record.add(entry.getValue().with(all));
                waiting += all.size();
            }
            if (waiting > 0) {
                send(record, waiting);
            }
        }

        private void send(List<Window> record, int count) {
            inspection.observe(service, new Observation(service, instance, labels.labels(), record).write(), count);
        }

        /** What makes the calls of two points the same. */
        private record Calls(
                String operation, String provider, @Nullable String model, long timeUnixNanos) {}
    }
}
