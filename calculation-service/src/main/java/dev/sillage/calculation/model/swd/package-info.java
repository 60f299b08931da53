/**
 * Sustainable Web Design model 4 as co2.js 0.19.0 computes it, quirks included; they are listed in the sheet.
 * It must not know our own methods: what we do otherwise, we do there.
 */
@NullMarked
package dev.sillage.calculation.model.swd;

import org.jspecify.annotations.NullMarked;
