/**
 * The footprint of requests to text models, exactly as EcoLogits computes it, in two published states.
 * It must not know any framework, Kafka, HTTP or JSON, nor other kinds of activity.
 */
@NullMarked
package dev.sillage.calculation.model.inference;

import org.jspecify.annotations.NullMarked;
