package dev.sillage.reporting.isolation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much of the database questions may take. */
@ConfigMapping(prefix = "sillage.reporting.queries")
interface IsolationConfig {

    /**
     * Questions that the database is asked at once: as many as it has cores for the shortest waits, a few more for the most
     * answers. The others wait in order.
     */
    @WithDefault("4")
    int atOnce();

    /** Of them those of one tenant; fewer, so that one leaves room for others. */
    @WithDefault("3")
    int perTenant();

    /** How long a further one waits for its turn, before the answer is 429. */
    @WithDefault("PT2S")
    Duration patience();

    /** After which a statement is ended. */
    @WithDefault("PT20S")
    Duration statementTimeout();
}
