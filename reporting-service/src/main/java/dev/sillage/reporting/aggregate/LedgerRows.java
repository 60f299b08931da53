package dev.sillage.reporting.aggregate;

import dev.sillage.reporting.schema.FigureColumns;
import dev.sillage.reporting.wire.SqlArray;
import dev.sillage.reporting.wire.SqlType;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Rows of the ledger by their keys: read, or moved to what was superseded. */
@ApplicationScoped
public class LedgerRows {
    private static final String KEYS =
            "unnest(?::uuid[], ?::smallint[], ?::timestamptz[], ?::text[]) AS k(digest, retention, occurred, owner)";
    private static final String IS_OF_KEY = "l.retention_months = k.retention AND l.occurred_at = k.occurred"
            + " AND l.tenant = k.owner AND l.activity_digest = k.digest";
    private static final String FIGURES =
            FigureColumns.BOUNDS.stream().map(column -> "l." + column).collect(Collectors.joining(", "));

    /** Columns of {@link #COLUMNS} before the figures. */
    public static final int PLAIN_COLUMNS = 9;

    /** What {@link #row} reads, of the ledger {@code l} and the series {@code s}, as the first columns. */
    public static final String COLUMNS = "l.activity_digest, l.tenant, l.retention_months, l.occurred_at, l.series_id,"
            + " s.kind, l.recorded_at, l.footprint_id, l.functional_quantity, " + FIGURES;

    private static final String READ = "SELECT " + COLUMNS + " FROM " + KEYS + " JOIN ledger l ON " + IS_OF_KEY
            + " JOIN series s ON s.id = l.series_id";
    private static final String SUPERSEDE = "WITH old AS (DELETE FROM ledger l USING"
            + " unnest(?::uuid[], ?::smallint[], ?::timestamptz[], ?::text[], ?::uuid[], ?::timestamptz[])"
            + " AS k(digest, retention, occurred, owner, amendment, recorded) WHERE " + IS_OF_KEY
            + " AND l.recorded_at = k.recorded"
            + " RETURNING l.activity_digest, l.tenant, l.series_id, l.occurred_at, l.recorded_at, k.amendment,"
            + " l.footprint_id, l.functional_quantity, " + FIGURES + ")"
            + " INSERT INTO ledger_superseded (activity_digest, tenant, series_id, occurred_at, recorded_at,"
            + " superseded_by, footprint_id, functional_quantity, " + String.join(", ", FigureColumns.BOUNDS)
            + ") SELECT * FROM old";

    /** What the ledger says of them; a key without a row is left out. */
    public Map<UUID, LedgerRow> read(Connection connection, Collection<LedgerRow.Key> keys) throws SQLException {
        Map<UUID, LedgerRow> rows = new HashMap<>();
        if (keys.isEmpty()) {
            return rows;
        }
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            bindKeys(read, keys);
            try (ResultSet result = read.executeQuery()) {
                while (result.next()) {
                    LedgerRow row = row(result);
                    rows.put(row.key().activity(), row);
                }
            }
        }
        return rows;
    }

    /**
     * Takes rows out of the ledger and keeps what they said.
     *
     * @param by what supersedes each of them, in their order
     * @throws ChangedMeanwhileException when one of them does not say any more what was read
     */
    void supersede(Connection connection, List<LedgerRow> rows, List<UUID> by) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement supersede = connection.prepareStatement(SUPERSEDE)) {
            bindKeys(supersede, rows.stream().map(LedgerRow::key).toList());
            SqlArray.of(SqlType.UUID, by, amendment -> amendment).bind(supersede, 5);
            SqlArray.of(SqlType.TIMESTAMPTZ, rows, LedgerRow::recordedAt).bind(supersede, 6);
            int moved = supersede.executeUpdate();
            if (moved != rows.size()) {
                throw new ChangedMeanwhileException(rows.size() - moved);
            }
        }
    }

    /** The row that a result of {@link #COLUMNS} stands on. */
    public static LedgerRow row(ResultSet row) throws SQLException {
        BigDecimal[] bounds = new BigDecimal[FigureColumns.BOUNDS.size()];
        for (int column = 0; column < bounds.length; column++) {
            bounds[column] = row.getBigDecimal(column + PLAIN_COLUMNS + 1);
        }
        return new LedgerRow(
                new LedgerRow.Key(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getInt(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()),
                row.getLong(5),
                row.getString(6),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                row.getObject(8, UUID.class),
                new Bounds(bounds),
                row.getBigDecimal(9));
    }

    private static void bindKeys(PreparedStatement statement, Collection<LedgerRow.Key> keys) throws SQLException {
        SqlArray.of(SqlType.UUID, keys, LedgerRow.Key::activity).bind(statement, 1);
        SqlArray.of(SqlType.SMALLINT, keys, LedgerRow.Key::retentionMonths).bind(statement, 2);
        SqlArray.of(SqlType.TIMESTAMPTZ, keys, LedgerRow.Key::occurredAt).bind(statement, 3);
        SqlArray.of(SqlType.TEXT, keys, LedgerRow.Key::tenant).bind(statement, 4);
    }
}
