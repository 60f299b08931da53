package dev.sillage.reporting.activity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** Where explanations come from. */
@ConfigMapping(prefix = "sillage.calculation")
interface CalculationConfig {

    /** The calculation service, without path. */
    @WithDefault("http://127.0.0.1:8081")
    URI url();
}
