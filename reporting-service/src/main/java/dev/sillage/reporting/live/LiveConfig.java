package dev.sillage.reporting.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many may look at once, and how often there is something to see. */
@ConfigMapping(prefix = "sillage.reporting.live")
interface LiveConfig {

    /** From one reading to the next; longer while the database needs long for one. */
    @WithDefault("PT1S")
    Duration tick();

    /** The longest silence on a stream; then a comment is sent, and the credential is looked at again. */
    @WithDefault("PT15S")
    Duration heartbeat();

    /** How long a viewer may leave unread what was sent, before its connection is closed. */
    @WithDefault("PT30S")
    Duration unread();

    /** How many streams of one tenant a replica serves at once. */
    @WithDefault("500")
    int viewersPerTenant();

    /** How many streams a replica serves at once. */
    @WithDefault("2000")
    int viewers();
}
