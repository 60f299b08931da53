/**
 * A tenant's report as a page that Prometheus and whatever reads OpenMetrics scrapes.
 * It must not know where the numbers come from.
 */
@NullMarked
package dev.sillage.reporting.export.openmetrics;

import org.jspecify.annotations.NullMarked;
