/**
 * From Kafka into PostgreSQL exactly once, whatever is killed or repeated: offsets, gaps, retries and dead letters.
 * It must not know footprints, rollups or what is done with a record beyond that it is stored in one transaction.
 */
@NullMarked
package dev.sillage.reporting.intake;

import org.jspecify.annotations.NullMarked;
