/**
 * Owns the series of metrics: turns what services observed into activities, each difference counted once, whatever is
 * restarted or repeated. It must not know how metrics arrive, nor how a footprint is computed.
 */
@NullMarked
package dev.sillage.ingestion.series;

import org.jspecify.annotations.NullMarked;
