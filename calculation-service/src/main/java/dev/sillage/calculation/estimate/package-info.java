/**
 * Answers what an activity costs, or would cost, without an event: the footprint and every step that led to it.
 * It must not know Kafka, or anything of a computation but its result and its explanation.
 */
@NullMarked
package dev.sillage.calculation.estimate;

import org.jspecify.annotations.NullMarked;
