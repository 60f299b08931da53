/**
 * The factors that tenants set for themselves, hourly grid intensities among them: checked, kept in a compacted topic,
 * and followed by every replica. It must not know activities, footprints or what the factors are used for.
 */
@NullMarked
package dev.sillage.calculation.own;

import org.jspecify.annotations.NullMarked;
