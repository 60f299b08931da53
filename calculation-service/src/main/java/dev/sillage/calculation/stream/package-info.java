/**
 * Turns accepted activities into footprints, batch by batch, from topic to topic.
 * It must not know formulas or factors, HTTP, or what anybody does with a footprint.
 */
@NullMarked
package dev.sillage.calculation.stream;

import org.jspecify.annotations.NullMarked;
