package dev.sillage.ingestion.series;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much is remembered of metrics. */
@ConfigMapping(prefix = "sillage.ingestion.series")
interface SeriesConfig {
    /**
     * How many combinations of tenant, service, instance, operation and models one partition may hold, at most half of
     * them for one tenant; metrics of further ones go to the dead letters.
     */
    @WithDefault("40000")
    int maxPerPartition();
}
