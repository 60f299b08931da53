package dev.sillage.reporting.export;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much leaves, and how often it is read. */
@ConfigMapping(prefix = "sillage.reporting.export")
interface ExportConfig {

    /** How many teams have series of their own: the largest. What all others have is one, called {@code other}. */
    @WithDefault("20")
    int teams();

    /** For how long sums that were read are given to whoever asks. */
    @WithDefault("PT10S")
    Duration fresh();
}
