/**
 * A tenant's report pushed to the tenant's own OpenTelemetry collector, when one is configured.
 * It must not know where the numbers come from, and nothing waits for a collector.
 */
@NullMarked
package dev.sillage.reporting.export.otlp;

import org.jspecify.annotations.NullMarked;
