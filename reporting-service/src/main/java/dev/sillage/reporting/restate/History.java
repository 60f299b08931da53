package dev.sillage.reporting.restate;

import dev.sillage.reporting.aggregate.LedgerRow;
import dev.sillage.reporting.aggregate.LedgerRows;
import dev.sillage.reporting.schema.FigureColumns;
import dev.sillage.reporting.wire.SqlArray;
import dev.sillage.reporting.wire.SqlType;
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
import org.jspecify.annotations.Nullable;

/** Reads the activities of a tenant and a period page by page, newest first, in the order of the ledger's index. */
@ApplicationScoped
class History {
    private static final int LIMIT_SECONDS = 30;
    private static final String PERIOD = " FROM ledger l WHERE l.tenant = ? AND l.occurred_at >= ?";
    private static final String COUNT = "SELECT count(*)" + PERIOD + " AND l.occurred_at < ?";
    // The index is entered at the bound that stands for itself: with a later one than the cursor's time, each page
    // would read all that the pages before it have read.
    private static final String AFTER = " AND l.occurred_at <= ? AND (l.occurred_at, l.activity_digest) < (?, ?)";
    // The sum keeps the planner from the index by series, which has another order than pages.
    private static final String OF_KINDS =
            " AND l.series_id + 0 = ANY (ARRAY(SELECT k.id FROM series k WHERE k.tenant = ? AND k.kind = ANY (?::text[])))";
    private static final String NEWEST_FIRST = " ORDER BY l.occurred_at DESC, l.activity_digest DESC";
    private static final String COLUMNS = LedgerRows.COLUMNS + ", l.source, l.activity_id, l.accepted_at, s.warnings,"
            + " l.labels, l.subject, l.activity_data, l.origin_partition, l.origin_offset";
    // Whatever the planner thinks of a ledger that has just been filled: a page is read in the order of the index.
    private static final String IN_ORDER =
            "SELECT set_config('enable_bitmapscan', 'off', true), set_config('enable_seqscan', 'off', true)";
    /** Before all digests, in the order of PostgreSQL. */
    private static final UUID FIRST_DIGEST = new UUID(0, 0);

    private static final int FIRST_OWN_COLUMN = FigureColumns.BOUNDS.size() + LedgerRows.PLAIN_COLUMNS + 1;

    /** How many activities there are. */
    long count(Connection connection, Restatement restatement) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement(COUNT + ofKinds(restatement))) {
            count.setQueryTimeout(LIMIT_SECONDS);
            count.setString(1, restatement.tenant());
            count.setObject(2, utc(restatement.from()));
            count.setObject(3, utc(restatement.to()));
            bindKinds(count, 4, restatement);
            try (ResultSet rows = count.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /**
     * The next ones after the cursor, or the first ones.
     *
     * @param connection in a transaction of its own
     */
    List<HistoryRow> page(Connection connection, Restatement restatement, Restatement.@Nullable Cursor after, int size)
            throws SQLException {
        // The end is not part of the period: what is sought lies before the first digest that it could have.
        Restatement.Cursor cursor = after == null ? new Restatement.Cursor(restatement.to(), FIRST_DIGEST) : after;
        try (PreparedStatement inOrder = connection.prepareStatement(IN_ORDER);
                PreparedStatement page = connection.prepareStatement(
                        "SELECT " + COLUMNS + " FROM (SELECT *" + PERIOD + AFTER + ofKinds(restatement) + NEWEST_FIRST
                                + " LIMIT ?) l JOIN series s ON s.id = l.series_id" + NEWEST_FIRST)) {
            inOrder.execute();
            page.setQueryTimeout(LIMIT_SECONDS);
            page.setString(1, restatement.tenant());
            page.setObject(2, utc(restatement.from()));
            page.setObject(3, utc(cursor.time()));
            page.setObject(4, utc(cursor.time()));
            page.setObject(5, cursor.digest());
            page.setInt(bindKinds(page, 6, restatement), size);
            try (ResultSet rows = page.executeQuery()) {
                List<HistoryRow> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(row(rows));
                }
                return found;
            }
        }
    }

    private static String ofKinds(Restatement restatement) {
        return restatement.kinds().isEmpty() ? "" : OF_KINDS;
    }

    /** Answers the parameter after them. */
    private static int bindKinds(PreparedStatement statement, int parameter, Restatement restatement)
            throws SQLException {
        if (restatement.kinds().isEmpty()) {
            return parameter;
        }
        statement.setString(parameter, restatement.tenant());
        SqlArray.of(SqlType.TEXT, restatement.kinds(), kind -> kind).bind(statement, parameter + 1);
        return parameter + 2;
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

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
