/**
 * Emissions avoided elsewhere, against a stated reference: four levers, net of the solution's own footprint and rebound.
 * It must not know any footprint: nothing here is ever netted with one.
 */
@NullMarked
package dev.sillage.calculation.model.avoided;

import org.jspecify.annotations.NullMarked;
