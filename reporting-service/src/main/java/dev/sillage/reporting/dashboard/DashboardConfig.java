package dev.sillage.reporting.dashboard;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** What the page cannot find out by itself. */
@ConfigMapping(prefix = "sillage.dashboard")
interface DashboardConfig {

    /** Where senders post events: shown to a reader who has none yet. */
    @WithDefault("http://localhost:8080/v1/events")
    URI eventsUrl();
}
