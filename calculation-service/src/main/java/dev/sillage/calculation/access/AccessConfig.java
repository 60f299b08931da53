package dev.sillage.calculation.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who requests speak for. */
@ConfigMapping(prefix = "sillage.access")
interface AccessConfig {

    /** The tenant of every request while there are no credentials: 1 to 63 letters, digits, {@code . _ -}. */
    @WithDefault("local")
    String tenant();
}
