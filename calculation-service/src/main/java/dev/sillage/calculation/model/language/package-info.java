/**
 * What the names in an activity of a language model stand for: the model, its provider, the place it ran in.
 * It must not know formulas, factors' values, any methodology or any framework.
 */
@NullMarked
package dev.sillage.calculation.model.language;

import org.jspecify.annotations.NullMarked;
