/**
 * From an activity and its attributes to its result as it is published, down to the bytes, whoever asks for it.
 * It must not know Kafka or HTTP, or what anybody does with a result.
 */
@NullMarked
package dev.sillage.calculation.result;

import org.jspecify.annotations.NullMarked;
