package dev.sillage.ingestion.series;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much is remembered of metrics. */
@ConfigMapping(prefix = "sillage.ingestion.series")
interface SeriesConfig {
    /**
     * How many combinations of tenant, service, instance, operation and model one partition may hold; metrics of further
     * ones go to the dead letters.
     */
    @WithDefault("20000")
    int maxPerPartition();
}
