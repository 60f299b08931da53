package dev.sillage.reporting.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who may see what, as long as requests carry no credentials. */
@ConfigMapping(prefix = "sillage.access")
interface AccessConfig {

    /** The tenant of every request. */
    @WithDefault("local")
    String tenant();
}
