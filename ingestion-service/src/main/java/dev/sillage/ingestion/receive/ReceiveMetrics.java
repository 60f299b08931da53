package dev.sillage.ingestion.receive;

import dev.sillage.access.Tenant;
import dev.sillage.ingestion.problem.ProblemType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what comes through the door; every problem has its series from the start, so that zero is visible. */
@ApplicationScoped
class ReceiveMetrics {
    private final Counter acceptedEvents;
    private final TenantCounters tenants;
    private final Map<ProblemType, Counter> refusedEvents = new EnumMap<>(ProblemType.class);
    private final Map<ProblemType, Counter> refusedRequests = new EnumMap<>(ProblemType.class);
    private final DistributionSummary bodyBytes;
    private final Timer requests;
    private final AtomicInteger open = new AtomicInteger();

    ReceiveMetrics(MeterRegistry meters) {
        acceptedEvents = Counter.builder("sillage.ingestion.events.accepted")
                .description("Events that were stored and answered for")
                .register(meters);
        tenants = new TenantCounters(meters);
        bodyBytes = DistributionSummary.builder("sillage.ingestion.body")
                .description("Size of request bodies")
                .baseUnit("bytes")
                .register(meters);
        requests = Timer.builder("sillage.ingestion.request")
                .description("Time from the head of a request to its answer")
                .publishPercentileHistogram()
                .register(meters);
        Gauge.builder("sillage.ingestion.requests.open", open, AtomicInteger::doubleValue)
                .description("Requests that wait for their answer")
                .register(meters);
        for (ProblemType type : ProblemType.values()) {
            refusedEvents.put(
                    type,
                    Counter.builder("sillage.ingestion.events.refused")
                            .description("Refused events by their first problem")
                            .tag("code", type.code())
                            .register(meters));
            refusedRequests.put(
                    type,
                    Counter.builder("sillage.ingestion.requests.refused")
                            .description("Requests that were refused as a whole")
                            .tag("code", type.code())
                            .register(meters));
        }
    }

    OpenRequest opened() {
        open.incrementAndGet();
        return new OpenRequest();
    }

    void closed(OpenRequest request) {
        long nanos = request.end();
        if (nanos >= 0) {
            open.decrementAndGet();
            requests.record(nanos, TimeUnit.NANOSECONDS);
        }
    }

    void body(Tenant tenant, int bytes) {
        bodyBytes.record(bytes);
        tenants.of(tenant).bodyBytes().increment(bytes);
    }

    void accepted(Tenant tenant, int events) {
        acceptedEvents.increment(events);
        tenants.of(tenant).accepted().increment(events);
    }

    void refused(Tenant tenant, Inspection inspection) {
        if (inspection.refused() > 0) {
            tenants.of(tenant).refused().increment(inspection.refused());
        }
        inspection.forEachReason(
                type -> Objects.requireNonNull(refusedEvents.get(type)).increment());
    }

    /** A request of a tenant that was refused as a whole. */
    void refused(Tenant tenant, ProblemType type) {
        tenants.of(tenant).refusedRequests().increment();
        refused(type);
    }

    /** The same before it is known whose it is. */
    void refused(ProblemType type) {
        Objects.requireNonNull(refusedRequests.get(type)).increment();
    }
}
