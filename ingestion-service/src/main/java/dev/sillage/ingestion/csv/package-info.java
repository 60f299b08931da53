/**
 * Takes tables that other tools wrote, and makes an activity of each row. It must not know how events are stored, nor how
 * a footprint is computed.
 */
@NullMarked
package dev.sillage.ingestion.csv;

import org.jspecify.annotations.NullMarked;
