package dev.sillage.reporting.restate;

import dev.sillage.reporting.aggregate.LedgerRow;
import dev.sillage.reporting.aggregate.LedgerRows;
import dev.sillage.reporting.schema.FigureColumns;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the activities of a tenant and a period page by page, newest first, in the order of the ledger's index. */
@ApplicationScoped
class History {
    private static final int LIMIT_SECONDS = 30;
    private static final String PERIOD = " FROM ledger l JOIN series s ON s.id = l.series_id"
            + " WHERE l.tenant = ? AND l.occurred_at >= ? AND l.occurred_at < ?"
            + " AND (cardinality(?::text[]) = 0 OR s.kind = ANY (?::text[]))";
    private static final String COUNT = "SELECT count(*)" + PERIOD;
    private static final String PAGE = "SELECT " + LedgerRows.COLUMNS + ", l.source, l.activity_id, l.accepted_at,"
            + " s.warnings, l.labels, l.subject, l.activity_data, l.origin_partition, l.origin_offset" + PERIOD
            + " AND (l.occurred_at, l.activity_digest) < (?, ?)"
            + " ORDER BY l.occurred_at DESC, l.activity_digest DESC LIMIT ?";
    private static final Restatement.Cursor BEGINNING =
            new Restatement.Cursor(Instant.parse("9999-12-31T23:59:59Z"), new UUID(-1, -1));
    private static final int FIRST_OWN_COLUMN = FigureColumns.BOUNDS.size() + LedgerRows.PLAIN_COLUMNS + 1;

    /** How many activities there are. */
    long count(Connection connection, Restatement restatement) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement(COUNT)) {
            count.setQueryTimeout(LIMIT_SECONDS);
            bindPeriod(count, restatement);
            try (ResultSet rows = count.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** The next ones after the cursor, or the first ones. */
    List<HistoryRow> page(Connection connection, Restatement restatement, Restatement.@Nullable Cursor after, int size)
            throws SQLException {
        Restatement.Cursor cursor = after == null ? BEGINNING : after;
        try (PreparedStatement page = connection.prepareStatement(PAGE)) {
            page.setQueryTimeout(LIMIT_SECONDS);
            int parameter = bindPeriod(page, restatement);
            page.setObject(parameter++, utc(cursor.time()));
            page.setObject(parameter++, cursor.digest());
            page.setInt(parameter, size);
            try (ResultSet rows = page.executeQuery()) {
                List<HistoryRow> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(row(rows));
                }
                return found;
            }
        }
    }

    private static HistoryRow row(ResultSet row) throws SQLException {
        LedgerRow said = LedgerRows.row(row);
        int column = FIRST_OWN_COLUMN;
        String source = row.getString(column++);
        String id = row.getString(column++);
        Instant acceptedAt = row.getObject(column++, OffsetDateTime.class).toInstant();
        String warnings = row.getString(column++);
        String labels = row.getString(column++);
        String subject = row.getString(column++);
        String data = row.getString(column++);
        Integer partition = row.getObject(column++, Integer.class);
        Long offset = row.getObject(column, Long.class);
        return new HistoryRow(said, source, id, acceptedAt, warnings, labels, subject, data, partition, offset);
    }

    private static int bindPeriod(PreparedStatement statement, Restatement restatement) throws SQLException {
        String kinds =
                restatement.kinds().stream().map(kind -> '"' + kind + '"').collect(Collectors.joining(",", "{", "}"));
        statement.setString(1, restatement.tenant());
        statement.setObject(2, utc(restatement.from()));
        statement.setObject(3, utc(restatement.to()));
        statement.setString(4, kinds);
        statement.setString(5, kinds);
        return 6;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
