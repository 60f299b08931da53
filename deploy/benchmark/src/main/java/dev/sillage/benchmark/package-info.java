/**
 * Measures how fast the parts are, always beside a floor that is taken in the same run.
 * It must not be needed by any service, and no test may depend on its figures.
 */
@NullMarked
package dev.sillage.benchmark;

import org.jspecify.annotations.NullMarked;
