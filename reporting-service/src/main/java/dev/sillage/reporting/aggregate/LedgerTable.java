package dev.sillage.reporting.aggregate;

import dev.sillage.footprint.FunctionalUnit;
import dev.sillage.reporting.intake.LogPosition;
import dev.sillage.reporting.schema.FigureColumns;
import dev.sillage.reporting.wire.BinaryValues;
import dev.sillage.reporting.wire.CopyRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** The rows of the activities that were counted, written by COPY: the cheapest way into a wide table. */
@ApplicationScoped
class LedgerTable {
    private static final List<String> COLUMNS = Stream.of(
                    List.of(
                            "activity_digest",
                            "tenant",
                            "source",
                            "activity_id",
                            "series_id",
                            "retention_months",
                            "occurred_at",
                            "accepted_at",
                            "footprint_id",
                            "subject",
                            "labels",
                            "origin_partition",
                            "origin_offset"),
                    FigureColumns.BOUNDS,
                    List.of("functional_quantity", "activity_data"))
            .flatMap(List::stream)
            .toList();
    private static final String INTO = " (" + String.join(", ", COLUMNS) + ") FROM STDIN (FORMAT binary)";

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
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY ledger_keep_" + months + INTO);
        try {
            CopyRows rows = new CopyRows(copy, COLUMNS.size());
            for (ReceivedFootprint footprint : footprints) {
                write(footprint, Objects.requireNonNull(series.get(footprint.dimensions())), rows.row());
            }
            rows.end();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private void write(ReceivedFootprint footprint, long series, BinaryValues row) {
        String tenant = footprint.dimensions().tenant();
        LogPosition origin = footprint.origin();
        row.uuid(footprint.activity())
                .text(tenant)
                .text(footprint.source())
                .text(footprint.id())
                .bigint(series)
                .smallint(retention.months(tenant))
                .time(footprint.occurredAt())
                .time(footprint.acceptedAt())
                .uuid(footprint.footprintId())
                .text(footprint.subject())
                .text(footprint.labels())
                .integer(origin == null ? null : origin.partition())
                .bigint(origin == null ? null : origin.offset());
        for (int column = 0; column < FigureColumns.BOUNDS.size(); column++) {
            row.numeric(footprint.bounds().at(column));
        }
        FunctionalUnit delivered = footprint.functionalUnit();
        row.numeric(delivered == null ? null : delivered.quantity())
                .text(footprint.inputs() == null ? null : footprint.inputs().json());
    }
}
