package dev.sillage.reporting.retain;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When the end of retention is looked for. */
@ConfigMapping(prefix = "sillage.reporting.retention-check")
interface RetainConfig {

    /** Between two looks. */
    @WithDefault("PT1H")
    Duration interval();

    /** How long dropping a month may wait for those who read it, before it is left for the next look. */
    @WithDefault("PT2S")
    Duration lockTimeout();
}
