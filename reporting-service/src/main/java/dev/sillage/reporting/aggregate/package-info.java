/**
 * From records of Kafka to the ledger, the rollups and the counts: each activity exactly once, each poll one transaction.
 * It must not know HTTP, queries or anything of the calculation but its contract.
 */
@NullMarked
package dev.sillage.reporting.aggregate;

import org.jspecify.annotations.NullMarked;
