package dev.sillage.reporting.aggregate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger says of an activity now.
 *
 * @param key where it stands
 * @param seriesId its series
 * @param kind of its series
 * @param recordedAt when the report began to say so
 * @param footprintId of activity, method and factor set
 * @param bounds its figures
 * @param functionalQuantity what it delivered, when that is known
 */
public record LedgerRow(
        Key key,
        long seriesId,
        String kind,
        Instant recordedAt,
        UUID footprintId,
        Bounds bounds,
        @Nullable BigDecimal functionalQuantity) {

    /** All that leads to one row of one partition. */
    public record Key(UUID activity, String tenant, int retentionMonths, Instant occurredAt) {}
}
