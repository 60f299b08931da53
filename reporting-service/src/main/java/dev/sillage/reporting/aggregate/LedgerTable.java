package dev.sillage.reporting.aggregate;

import dev.sillage.footprint.FunctionalUnit;
import dev.sillage.reporting.intake.LogPosition;
import dev.sillage.reporting.schema.FigureColumns;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** The rows of the activities that were counted, written by COPY: the cheapest way into a wide table. */
@ApplicationScoped
class LedgerTable {
    private static final String COLUMNS = " (activity_digest, tenant, source, activity_id, series_id,"
            + " retention_months, occurred_at, accepted_at, footprint_id, subject, labels, origin_partition, origin_offset, "
            + String.join(", ", FigureColumns.BOUNDS) + ", functional_quantity, activity_data) FROM STDIN";

    private final Retention retention;

    LedgerTable(Retention retention) {
        this.retention = retention;
    }

    /**
     * Adds activities that were not there.
     *
     * @param series ids of all their dimensions
     */
    void append(Connection connection, Collection<ReceivedFootprint> footprints, Map<Dimensions, Long> series)
            throws SQLException {
        Map<Integer, List<ReceivedFootprint>> byRetention = new TreeMap<>();
        for (ReceivedFootprint footprint : footprints) {
            int months = retention.months(footprint.dimensions().tenant());
            byRetention.computeIfAbsent(months, first -> new ArrayList<>()).add(footprint);
        }
        for (Map.Entry<Integer, List<ReceivedFootprint>> part : byRetention.entrySet()) {
            append(connection, part.getKey(), part.getValue(), series);
        }
    }

    /** COPY does not take a table with row security, but the part of it that is kept for so many months. */
    private void append(
            Connection connection, int months, List<ReceivedFootprint> footprints, Map<Dimensions, Long> series)
            throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY ledger_keep_" + months + COLUMNS);
        try {
            CopyText rows = new CopyText(copy);
            for (ReceivedFootprint footprint : footprints) {
                write(footprint, Objects.requireNonNull(series.get(footprint.dimensions())), rows);
            }
            rows.end();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private void write(ReceivedFootprint footprint, long series, CopyText row) throws SQLException {
        String tenant = footprint.dimensions().tenant();
        row.plain(footprint.activity())
                .text(tenant)
                .text(footprint.source())
                .text(footprint.id())
                .plain(series)
                .plain(retention.months(tenant))
                .plain(footprint.occurredAt())
                .plain(footprint.acceptedAt())
                .plain(footprint.footprintId())
                .text(footprint.subject())
                .text(footprint.labels())
                .plain(origin(footprint, LogPosition::partition))
                .plain(origin(footprint, LogPosition::offset));
        for (int column = 0; column < FigureColumns.BOUNDS.size(); column++) {
            row.decimal(footprint.bounds().at(column));
        }
        FunctionalUnit delivered = footprint.functionalUnit();
        row.decimal(delivered == null ? null : delivered.quantity())
                .text(footprint.inputs() == null ? null : footprint.inputs().json())
                .endRow();
    }

    private static @Nullable Object origin(ReceivedFootprint footprint, Function<LogPosition, Object> part) {
        return footprint.origin() == null ? null : part.apply(footprint.origin());
    }
}
