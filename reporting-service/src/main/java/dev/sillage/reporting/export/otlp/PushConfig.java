package dev.sillage.reporting.export.otlp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** To whom sums are pushed; to nobody unless it is said. */
@ConfigMapping(prefix = "sillage.reporting.export.otlp")
interface PushConfig {

    /** The collector of each tenant that has one. */
    Map<String, Collector> tenants();

    /** Where a tenant wants its sums. */
    interface Collector {
        /** The whole address for metrics over HTTP, as a rule with the path /v1/metrics: https, or on this machine. */
        URI endpoint();

        /** Sent with each request; for credentials. */
        Map<String, String> headers();

        /** From one push to the next; at least a second. */
        @WithDefault("PT60S")
        Duration interval();
    }
}
