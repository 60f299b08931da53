package dev.sillage.ingestion.otlp;

import dev.sillage.ingestion.check.EventCheck;
import dev.sillage.ingestion.check.Finding;
import dev.sillage.ingestion.check.Outcome;
import dev.sillage.ingestion.receive.Inspection;
import dev.sillage.ingestion.receive.Limits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Turns the spans of one request into events and has each checked like one that was sent as an event. */
@ApplicationScoped
class Traces {
    private final Limits limits;
    private final EventCheck check;
    private final SpanRules rules = new SpanRules();
    private final EventWriter writer = new EventWriter();

    Traces(Limits limits) {
        this.limits = limits;
        this.check = new EventCheck(limits.ofEvent());
    }

    /**
     * @throws dev.sillage.ingestion.problem.RequestRefusedException when the body cannot be decoded or holds too many
     */
    Inspection inspect(byte[] body, Encoding encoding, Instant now) {
        Request request = new Request(now);
        for (ResourceSpans resource : encoding.traces(body, limits.maxEvents())) {
            ResourceLabels labels = ResourceLabels.of(resource.resource());
            request.labelsLeftOut.addAll(labels.leftOut());
            request.service = resource.resource().textOrEmpty(ResourceAttribute.APPLICATION);
            for (Span span : resource.spans()) {
                request.take(span, labels);
            }
        }
        return request.end();
    }

    /** What one request has come to so far. */
    private final class Request {
        private final Instant now;
        private final Inspection inspection = new Inspection(limits.maxProblems());
        private final Set<String> ids = new HashSet<>();
        private final Set<String> labelsLeftOut = new TreeSet<>();
        private String service = "";
        private int unknownOperations;

        Request(Instant now) {
            this.now = now;
        }

        void take(Span span, ResourceLabels labels) {
            SpanRules.Verdict verdict;
            try {
                verdict = rules.judge(span, labels.labels());
            } catch (ItemRefusedException refused) {
                refuse(span, List.of(refused.finding()));
                return;
            }
            if (verdict instanceof SpanRules.Verdict.Counted counted) {
                // Exporters repeat spans by design; the topic would keep both until the ledger counts one.
                if (ids.add(counted.call().id())) {
                    check(span, counted.call());
                }
            } else if (verdict instanceof SpanRules.Verdict.Ignored ignored && ignored.hasUsage()) {
                unknownOperations++;
            }
        }

        private void check(Span span, ModelCall call) {
            Outcome outcome = check.check(writer.write(call), now);
            if (outcome instanceof Outcome.Accepted accepted) {
                inspection.accept(accepted.event());
                inspection.spansOf(service);
            } else if (outcome instanceof Outcome.Refused refused) {
                refuse(span, refused.findings());
            } else {
                throw new IllegalStateException("an event of our own writing is not JSON");
            }
        }

        private void refuse(Span span, List<Finding> findings) {
            inspection.refuse(span.index(), new Outcome.Refused(EventWriter.SOURCE, id(span), findings));
        }

        /** Ids without their form are texts of the sender, which are not repeated. */
        private @Nullable String id(Span span) {
            return span.isIdentified() ? span.activityId() : null;
        }

        Inspection end() {
            if (unknownOperations > 0) {
                inspection.note(unknownOperations + " spans tell tokens, but no operation that is known here; they are"
                        + " not counted. Set gen_ai.operation.name.");
            }
            if (!labelsLeftOut.isEmpty()) {
                inspection.note("Resource attributes that are no label were left out: "
                        + String.join(", ", labelsLeftOut) + ". A label is a text of 1 to 128 characters.");
            }
            return inspection;
        }
    }
}
