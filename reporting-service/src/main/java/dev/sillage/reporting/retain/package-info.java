/**
 * Drops the months of the ledger that are older than their tenants keep them, and moves what a changed retention concerns.
 * It must not touch a sum: rollups outlive the ledger.
 */
@NullMarked
package dev.sillage.reporting.retain;

import org.jspecify.annotations.NullMarked;
