package dev.sillage.ingestion.otlp;

import dev.sillage.ingestion.problem.ProblemType;
import dev.sillage.ingestion.problem.RequestRefusedException;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the spans of one request while it is decoded. A span without anything of interest is forgotten at once, so
 * that a request of nothing but empty spans takes no memory.
 */
final class ReceivedSpans {
    private final int max;
    private final List<ResourceSpans> resources = new ArrayList<>();
    private List<Span> current = new ArrayList<>();
    private int seen;
    private int kept;

    /**
     * @param max how many spans of interest one request may hold
     */
    ReceivedSpans(int max) {
        this.max = max;
    }

    /** The index of the span that is about to be read. */
    int nextIndex() {
        return seen++;
    }

    /**
     * @throws RequestRefusedException when it is one too many
     */
    void add(Span span) {
        if (!span.isOfInterest()) {
            return;
        }
        if (++kept > max) {
            throw new RequestRefusedException(
                    ProblemType.TOO_MANY_EVENTS, "At most " + max + " spans of AI models are taken in one request.");
        }
        current.add(span);
    }

    /** Ends the spans of one resource, whose attributes may have stood before or behind them. */
    void endResource(Attributes<ResourceAttribute> resource) {
        if (!current.isEmpty()) {
            resources.add(new ResourceSpans(resource, current));
            current = new ArrayList<>();
        }
    }

    List<ResourceSpans> resources() {
        return resources;
    }
}
