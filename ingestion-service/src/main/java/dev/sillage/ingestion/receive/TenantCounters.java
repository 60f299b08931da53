package dev.sillage.ingestion.receive;

import dev.sillage.access.Tenant;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A counter for each of the first tenants that come; those beyond the bound share one, for series cost memory. */
final class TenantCounters {
    private static final int MAX_TENANTS = 200;

    /** No tenant has this name: theirs start with a letter or a digit. */
    private static final String OTHERS = "(others)";

    private final MeterRegistry meters;
    private final Map<Tenant, Counter> counters = new ConcurrentHashMap<>();
    private final Counter others;

    TenantCounters(MeterRegistry meters) {
        this.meters = meters;
        this.others = counter(OTHERS);
    }

    void accepted(Tenant tenant, int events) {
        Counter known = counters.get(tenant);
        if (known == null) {
            // Two new ones at the same moment may go one beyond the bound, which does no harm.
            known = counters.size() < MAX_TENANTS
                    ? counters.computeIfAbsent(tenant, added -> counter(added.name()))
                    : others;
        }
        known.increment(events);
    }

    private Counter counter(String tenant) {
        return Counter.builder("sillage.ingestion.tenant.events.accepted")
                .description("Events that were stored and answered for, by tenant")
                .tag("tenant", tenant)
                .register(meters);
    }
}
