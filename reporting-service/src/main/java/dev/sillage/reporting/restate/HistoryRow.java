package dev.sillage.reporting.restate;

import dev.sillage.reporting.aggregate.LedgerRow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An activity of the ledger with all that it can be computed from again.
 *
 * @param row what is said of it now
 * @param warnings of its figures, separated by one space
 * @param labels as JSON, null when there are none
 * @param data as JSON, null when they were not kept
 */
record HistoryRow(
        LedgerRow row,
        String source,
        String id,
        Instant acceptedAt,
        String warnings,
        @Nullable String labels,
        @Nullable String subject,
        @Nullable String data,
        @Nullable Integer originPartition,
        @Nullable Long originOffset) {

    Restatement.Cursor cursor() {
        return new Restatement.Cursor(row.key().occurredAt(), row.key().activity());
    }
}
