/**
 * The footprint of requests to text models, exactly as EcoLogits computes it, in two published states.
 * It must not know other kinds of activity, other methodologies or any framework.
 */
@NullMarked
package dev.sillage.calculation.model.ecologits;

import org.jspecify.annotations.NullMarked;
