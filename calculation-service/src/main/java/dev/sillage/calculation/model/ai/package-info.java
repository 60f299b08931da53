/**
 * Artificial intelligence by our own method: what its requests cost, with the range that is honest.
 * It must not know digital life, clouds, other methodologies or any framework.
 */
@NullMarked
package dev.sillage.calculation.model.ai;

import org.jspecify.annotations.NullMarked;
