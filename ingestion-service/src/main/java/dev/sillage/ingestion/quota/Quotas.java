package dev.sillage.ingestion.quota;

import dev.sillage.access.Tenant;
import dev.sillage.ingestion.quota.QuotaConfig.Allowance;
import io.github.bucket4j.TimeMeter;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The quota of each tenant; tenants come from credentials, so their number is bounded. */
@ApplicationScoped
public class Quotas {
    private static final String PREFIX = "sillage.quota.";
    private static final long MAX = 1_000_000_000_000L;
    private static final long MAX_BURST_SECONDS = 86_400;

    private final QuotaConfig config;
    private final TimeMeter clock;
    private final Map<Tenant, Quota> quotas = new ConcurrentHashMap<>();

    @Inject
    Quotas(QuotaConfig config) {
        this(config, TimeMeter.SYSTEM_MILLISECONDS);
    }

    Quotas(QuotaConfig config, TimeMeter clock) {
        this.config = config;
        this.clock = clock;
    }

    /** The quota of that tenant. */
    public Quota of(Tenant tenant) {
        Quota known = quotas.get(tenant);
        return known != null ? known : quotas.computeIfAbsent(tenant, this::open);
    }

    void check(@Observes StartupEvent start) {
        check(PREFIX, config.usual());
        config.tenants().forEach((tenant, allowance) -> check(PREFIX + "tenants.\"" + tenant + "\".", allowance));
    }

    private Quota open(Tenant tenant) {
        Allowance allowance = config.tenants().getOrDefault(tenant.name(), config.usual());
        return allowance.eventsPerSecond() == 0 && allowance.eventsPerDay() == 0
                ? Quota.UNLIMITED
                : new LimitedQuota(
                        allowance.eventsPerSecond(), allowance.burstSeconds(), allowance.eventsPerDay(), clock);
    }

    private static void check(String prefix, Allowance allowance) {
        requireBetween(prefix + "events-per-second", allowance.eventsPerSecond(), 0, MAX);
        requireBetween(prefix + "burst-seconds", allowance.burstSeconds(), 1, MAX_BURST_SECONDS);
        requireBetween(prefix + "events-per-day", allowance.eventsPerDay(), 0, MAX);
    }

    private static void requireBetween(String key, long value, long min, long max) {
        if (value < min || value > max) {
            throw new ConfigurationException(key + " is " + value + ", but must lie between " + min + " and " + max);
        }
    }
}
