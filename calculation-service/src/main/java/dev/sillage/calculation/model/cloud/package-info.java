/**
 * Machines and storage of clouds by our own method, at the place where they run.
 * It must not know models of artificial intelligence, people's devices or other methodologies.
 */
@NullMarked
package dev.sillage.calculation.model.cloud;

import org.jspecify.annotations.NullMarked;
