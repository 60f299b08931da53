/**
 * Takes what identifies a person out of the ledger and leaves every sum as it is.
 * It must not know how figures are computed, summed or shown.
 */
@NullMarked
package dev.sillage.reporting.erase;

import org.jspecify.annotations.NullMarked;
