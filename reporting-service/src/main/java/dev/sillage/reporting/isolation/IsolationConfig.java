package dev.sillage.reporting.isolation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much of the database questions may take. */
@ConfigMapping(prefix = "sillage.reporting.queries")
interface IsolationConfig {

    /** Questions of one tenant that are answered at once; below the size of the pool, so that one leaves room for others. */
    @WithDefault("6")
    int perTenant();

    /** How long a further one waits for its turn, before the answer is 429. */
    @WithDefault("PT2S")
    Duration patience();

    /** After which a statement is ended. */
    @WithDefault("PT20S")
    Duration statementTimeout();
}
