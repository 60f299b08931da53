package dev.sillage.ingestion.quota;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.util.Map;

/**
 * How many events a tenant may send. Each replica of the service counts by itself: divide by their number. 0 is without
 * limit.
 */
@ConfigMapping(prefix = "sillage.quota")
interface QuotaConfig {

    /** For every tenant that is not named below. */
    @WithParentName
    Allowance usual();

    /** By tenant, for example {@code sillage.quota.tenants."acme".events-per-day}; what is left out is without limit. */
    Map<String, Allowance> tenants();

    /** The limits of one tenant. */
    interface Allowance {

        /** Events in a second, in the mean. */
        @WithDefault("0")
        long eventsPerSecond();

        /** Seconds of that rate that can be saved up and sent at once. */
        @WithDefault("10")
        long burstSeconds();

        /** Events in a day of UTC. */
        @WithDefault("0")
        long eventsPerDay();
    }
}
