/**
 * The method of ADEME as publicodes-acv-numerique 2.1.0 computes it, quirks included; they are listed in the sheets.
 * It must not know our own methods: what we do otherwise, we do there.
 */
@NullMarked
package dev.sillage.calculation.model.ademe;

import org.jspecify.annotations.NullMarked;
