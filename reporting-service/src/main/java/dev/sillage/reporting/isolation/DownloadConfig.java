package dev.sillage.reporting.isolation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much of the database downloads may take, which hold a connection for as long as their reader takes. */
@ConfigMapping(prefix = "sillage.reporting.downloads")
interface DownloadConfig {

    /** Of one tenant. */
    @WithDefault("2")
    int perTenant();

    /** Of all tenants; with the questions that are asked at once not more than the pool has connections. */
    @WithDefault("4")
    int atOnce();

    /** After which a statement is ended that brings no rows. */
    @WithDefault("PT90S")
    Duration statementTimeout();
}
