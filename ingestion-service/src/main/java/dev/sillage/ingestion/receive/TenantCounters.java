package dev.sillage.ingestion.receive;

import dev.sillage.access.Tenant;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counters for each of the first tenants that come; those beyond the bound share theirs, for series cost memory. */
final class TenantCounters {
    private static final int MAX_TENANTS = 200;

    /** No tenant has this name: theirs start with a letter or a digit. */
    private static final String OTHERS = "(others)";

    private final MeterRegistry meters;
    private final Map<Tenant, OfTenant> counters = new ConcurrentHashMap<>();
    private final OfTenant others;

    /** What one tenant sent. */
    record OfTenant(Counter accepted, Counter refused, Counter refusedRequests, Counter bodyBytes) {}

    TenantCounters(MeterRegistry meters) {
        this.meters = meters;
        this.others = counters(OTHERS);
    }

    OfTenant of(Tenant tenant) {
        OfTenant known = counters.get(tenant);
        if (known != null) {
            return known;
        }
        // Two new ones at the same moment may go one beyond the bound, which does no harm.
        return counters.size() < MAX_TENANTS
                ? counters.computeIfAbsent(tenant, added -> counters(added.name()))
                : others;
    }

    private OfTenant counters(String tenant) {
        return new OfTenant(
                counter("events.accepted", "Events that were stored and answered for, by tenant", tenant),
                counter("events.refused", "Events that were refused, by tenant", tenant),
                counter("requests.refused", "Requests that were refused as a whole, by tenant", tenant),
                counter("body.bytes", "Bytes of request bodies, by tenant", tenant));
    }

    private Counter counter(String name, String description, String tenant) {
        return Counter.builder("sillage.ingestion.tenant." + name)
                .description(description)
                .tag("tenant", tenant)
                .register(meters);
    }
}
