package dev.sillage.reporting.restate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How histories are computed again. */
@ConfigMapping(prefix = "sillage.reporting.restatement")
interface RestateConfig {

    /** Activities in one transaction: the larger, the faster, and the longer live activities may wait. */
    @WithDefault("2000")
    int batch();

    /** Between two looks at whether there is something to do. */
    @WithDefault("PT1S")
    Duration poll();

    /** After which silence another replica takes over. */
    @WithDefault("PT30S")
    Duration lease();

    /** Who computes. */
    @ConfigMapping(prefix = "sillage.calculation")
    interface Calculation {
        /** The calculation service, without path. */
        @WithDefault("http://127.0.0.1:8081")
        URI url();

        /** A key with the scope {@code recalculate}, when the calculation asks for credentials. */
        Optional<String> credential();
    }
}
