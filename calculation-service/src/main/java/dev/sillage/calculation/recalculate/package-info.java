/**
 * Computes activities again that the book of record already has, as the stream would compute them now.
 * It must not know Kafka, formulas, or why somebody wants the results.
 */
@NullMarked
package dev.sillage.calculation.recalculate;

import org.jspecify.annotations.NullMarked;
