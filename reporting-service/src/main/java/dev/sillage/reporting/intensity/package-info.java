/**
 * Figures per unit of what was delivered: per prompt, 1000 tokens, hour, activity and user.
 * It must not know how the rollups came to be, and never guesses a quantity that was not measured.
 */
@NullMarked
package dev.sillage.reporting.intensity;

import org.jspecify.annotations.NullMarked;
