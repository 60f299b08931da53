package dev.sillage.reporting.aggregate;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** How long the single activities of a tenant are kept; their sums stay for ever. */
@ApplicationScoped
public class Retention {
    /** Of a tenant whose activities are kept for ever. */
    public static final int FOR_EVER = 0;

    private static final int MAX_MONTHS = 1200;

    private final int months;
    private final Map<String, Integer> byTenant;

    Retention(RetentionConfig config) {
        months = checked("sillage.reporting.retention.months", config.months());
        byTenant = Map.copyOf(config.tenants());
        byTenant.forEach((tenant, kept) -> checked("sillage.reporting.retention.tenants." + tenant, kept));
    }

    /** Being there at the start is all: a retention that makes no sense stops the start, not the first record. */
    void checkConfiguration(@Observes StartupEvent starting) {}

    /** For how many full months after its own an activity is kept; {@link #FOR_EVER} without an end. */
    public int months(String tenant) {
        return byTenant.getOrDefault(tenant, months);
    }

    /** The first moment of what is kept for so many months; what ended before can be gone. */
    public static Instant horizon(int months, Instant now) {
        return months == FOR_EVER
                ? Instant.MIN
                : now.atOffset(ZoneOffset.UTC)
                        .truncatedTo(ChronoUnit.DAYS)
                        .withDayOfMonth(1)
                        .minusMonths(months)
                        .toInstant();
    }

    private static int checked(String key, int months) {
        if (months < FOR_EVER || months > MAX_MONTHS) {
            throw new IllegalStateException(
                    key + " must be from 0 (for ever) to " + MAX_MONTHS + " months, not " + months);
        }
        return months;
    }

    @ConfigMapping(prefix = "sillage.reporting.retention")
    interface RetentionConfig {

        /** Full months after its own that an activity is kept, unless its tenant has another number; 0 for ever. */
        @WithDefault("0")
        int months();

        /** The same for single tenants. */
        Map<String, Integer> tenants();
    }
}
