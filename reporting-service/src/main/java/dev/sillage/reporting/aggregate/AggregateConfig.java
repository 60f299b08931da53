package dev.sillage.reporting.aggregate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds of what senders can make the report hold. */
@ConfigMapping(prefix = "sillage.reporting")
interface AggregateConfig {

    /**
     * How many combinations of dimensions a tenant may have. Beyond it, new ones keep their kind but share the values
     * {@code other}, and carry the warning {@code series-limit-reached}.
     */
    @WithDefault("100000")
    int maxSeriesPerTenant();

    /**
     * How many values a label of a tenant may have. Beyond it, new ones are together as {@code other}, and carry the
     * warning {@code label-limit-reached:<label>}.
     */
    @WithDefault("1000")
    int maxValuesPerLabel();
}
