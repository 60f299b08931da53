/**
 * Units of measure with their dimension, so that a formula whose units do not fit is found before it gives a figure.
 * It must not know what is measured, any factor, formula or framework.
 */
@NullMarked
package dev.sillage.calculation.unit;

import org.jspecify.annotations.NullMarked;
