/**
 * Questions about footprints, read from the coarsest rollups that answer exactly.
 * It must not know Kafka or how the rollups came to be.
 */
@NullMarked
package dev.sillage.reporting.query;

import org.jspecify.annotations.NullMarked;
