/**
 * The language in which methods are written: sheets of named steps with units, the same text for computing and for
 * explaining, evaluated with their uncertainty. It must not know any kind of activity, any criterion or any framework.
 */
@NullMarked
package dev.sillage.calculation.model.sheet;

import org.jspecify.annotations.NullMarked;
