/**
 * What stands behind a figure: by which methods, factors and tiers it came, with which warnings, and of which activities.
 * It must not know how questions become SQL, nor any formula.
 */
@NullMarked
package dev.sillage.reporting.sources;

import org.jspecify.annotations.NullMarked;
