/**
 * Values on their way to PostgreSQL and back in the binary forms of its types, so that neither side has to write and read text.
 * It must not know what the values mean, nor which statement they are for.
 */
@NullMarked
package dev.sillage.reporting.wire;

import org.jspecify.annotations.NullMarked;
