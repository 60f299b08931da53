/**
 * Cloud Carbon Footprint, reproduced: machines, storage and traffic between data centres, quirks included.
 * It must not know our own methods or how else a cloud could be counted.
 */
@NullMarked
package dev.sillage.calculation.model.ccf;

import org.jspecify.annotations.NullMarked;
