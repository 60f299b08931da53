/**
 * Reads the data of an activity from JSON, once, and holds it against the limits of the activity contract.
 * It must not know where the JSON came from, what becomes of the activity, Kafka or HTTP.
 */
@NullMarked
package dev.sillage.calculation.read;

import org.jspecify.annotations.NullMarked;
