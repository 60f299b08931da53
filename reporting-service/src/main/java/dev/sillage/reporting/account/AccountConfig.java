package dev.sillage.reporting.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the counts of the hours are kept and judged. A value that makes no sense stops the start and names its key. */
@ConfigMapping(prefix = "sillage.reporting.reconciliation")
public interface AccountConfig {

    /** An activity that ended longer before it was accepted is late. */
    @WithDefault("1h")
    Duration lateAfter();

    /** For how long after its end an hour may still differ: the time that everything on its way needs at most. */
    @WithDefault("10m")
    Duration grace();

    /** How far back the metrics look. */
    @WithDefault("7d")
    Duration watched();

    /** How long the counts of an hour are kept. */
    @WithDefault("90d")
    Duration kept();
}
