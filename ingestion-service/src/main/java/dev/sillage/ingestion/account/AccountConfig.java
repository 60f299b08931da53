package dev.sillage.ingestion.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often counts are told, and how many are remembered. A value that makes no sense stops the start. */
@ConfigMapping(prefix = "sillage.ingestion.account")
interface AccountConfig {

    /** How long after a change its count is told; a replica that is killed loses what it counted since. */
    @WithDefault("2s")
    Duration interval();

    /**
     * Tenants times hours that are remembered, usually one or two hours of each tenant. Beyond it counts are lost, and the
     * report says that it cannot confirm these hours.
     */
    @WithDefault("20000")
    int maxHours();
}
