/**
 * The largest groups of a range of time by one figure, each with its share of all.
 * It must not know how questions become SQL, nor single activities.
 */
@NullMarked
package dev.sillage.reporting.top;

import org.jspecify.annotations.NullMarked;
