package dev.sillage.reporting.activity;

import dev.sillage.reporting.query.SeriesSelection;
import dev.sillage.reporting.query.SqlText;
import java.time.Instant;

/** Questions about the ledger as SQL: each reads rows in the order of an index, and stops after so many. */
final class ActivitySql {
    private static final String KEYS = "l.occurred_at, l.activity_digest";
    private static final String NEWEST_FIRST = " ORDER BY l.occurred_at DESC, l.activity_digest DESC LIMIT ?";
    private static final String SELECT = "SELECT " + ActivityRows.COLUMNS + " FROM ";
    private static final String SERIES = " JOIN series s ON s.id = l.series_id";

    /** PostgreSQL has no texts with the character NUL, and fails where it should write one. */
    private static final String LABEL = "CASE WHEN strpos(l.labels, '\\u0000') = 0 THEN l.labels::json ->> ? END";

    private ActivitySql() {}

    /** The newest after the cursor, of all series. */
    static SqlText newest(String tenant, ActivitySelection selection, Cursor after, int count) {
        SqlText sql = new SqlText().add(SELECT + "(SELECT * FROM ledger l WHERE l.tenant = ?", tenant);
        window(sql, selection.range().from(), after);
        return sql.add(NEWEST_FIRST + ") l" + SERIES, count)
                .add(" ORDER BY l.occurred_at DESC, l.activity_digest DESC")
                .plannedForItsValues();
    }

    /**
     * The newest after the cursor of the selected series, each of which is looked up on its own.
     *
     * @param reach no series is looked up that has nothing from this day on
     */
    static SqlText newestOfSeries(String tenant, ActivitySelection selection, Instant reach, Cursor after, int count) {
        SqlText sql = new SqlText().add("WITH m AS MATERIALIZED (SELECT s.id FROM series s WHERE ");
        SeriesSelection.where(sql, tenant, selection.filters());
        sql.add(
                " AND EXISTS (SELECT FROM rollup_day r WHERE r.series_id = s.id AND r.bucket >= ? AND r.bucket <= ?)),"
                        + " p AS MATERIALIZED (SELECT " + KEYS + " FROM m CROSS JOIN LATERAL (SELECT " + KEYS
                        + " FROM ledger l WHERE l.series_id = m.id",
                reach,
                after.time());
        Instant from = later(reach, selection.range().from());
        window(sql, from, after);
        sql.add(NEWEST_FIRST + ") l" + NEWEST_FIRST + ") ", count, count);
        return sql.add(
                        SELECT + "p JOIN ledger l ON l.tenant = ? AND l.occurred_at = p.occurred_at"
                                // So that the planner knows which partitions that can be.
                                + " AND l.occurred_at >= ? AND l.occurred_at <= ?"
                                + " AND l.activity_digest = p.activity_digest" + SERIES
                                + " ORDER BY l.occurred_at DESC, l.activity_digest DESC",
                        tenant,
                        from,
                        after.time())
                .plannedForItsValues();
    }

    /** All of them, in whatever order costs least. */
    static SqlText all(String tenant, ActivitySelection selection) {
        SqlText sql = new SqlText()
                .add(
                        SELECT + "ledger l" + SERIES
                                + " WHERE l.tenant = ? AND l.occurred_at >= ? AND l.occurred_at < ? AND ",
                        tenant,
                        selection.range().from(),
                        selection.range().to());
        meant(sql, tenant, selection);
        return sql.plannedForItsValues();
    }

    /** Those of the newest {@code examined} after the cursor that are meant. */
    static SqlText among(String tenant, ActivitySelection selection, Cursor after, int examined, int count) {
        SqlText sql = new SqlText().add(SELECT + "(SELECT * FROM ledger l WHERE l.tenant = ?", tenant);
        window(sql, selection.range().from(), after);
        sql.add(NEWEST_FIRST + ") l" + SERIES + " WHERE ", examined);
        meant(sql, tenant, selection);
        return sql.add(NEWEST_FIRST, count).plannedForItsValues();
    }

    private static void meant(SqlText sql, String tenant, ActivitySelection selection) {
        SeriesSelection.where(sql, tenant, selection.filters());
        if (selection.source() != null) {
            sql.add(" AND l.source = ?", selection.source());
        }
        selection.labels().forEach((name, value) -> sql.add(" AND " + LABEL + " = ?", name, value));
    }

    /** Keys of the last of {@code examined}; nothing when there are fewer. */
    static SqlText last(String tenant, ActivitySelection selection, Cursor after, int examined) {
        SqlText sql = new SqlText().add("SELECT " + KEYS + " FROM ledger l WHERE l.tenant = ?", tenant);
        window(sql, selection.range().from(), after);
        return sql.add(" ORDER BY l.occurred_at DESC, l.activity_digest DESC OFFSET ? LIMIT 1", examined - 1)
                .plannedForItsValues();
    }

    /**
     * The earliest day that can matter for the next {@code count}, from the days; null when there is none. And whether there
     * are certainly as many.
     */
    static SqlText reach(String tenant, ActivitySelection selection, Cursor after, int count) {
        SqlText sql = new SqlText()
                // Of the day of the cursor nothing is certain to lie before it.
                .add(
                        "WITH day AS (SELECT r.bucket,"
                                + " sum(CASE WHEN r.bucket + interval '24 hours' <= ? THEN r.activities ELSE 0 END)"
                                + " AS activities FROM series s CROSS JOIN LATERAL (SELECT r.bucket, r.activities"
                                + " FROM rollup_day r WHERE r.series_id = s.id AND r.bucket < ?"
                                // Series by series: the planner would read the days of all tenants where they are few.
                                + " AND r.bucket > ? - interval '24 hours' OFFSET 0) r WHERE ",
                        after.time(),
                        after.time(),
                        selection.range().from());
        SeriesSelection.where(sql, tenant, selection.filters());
        return sql.add(
                " GROUP BY r.bucket) SELECT min(bucket), coalesce(max(newer + activities) >= ?, false)"
                        + " FROM (SELECT bucket, activities,"
                        + " sum(activities) OVER (ORDER BY bucket DESC) - activities AS newer FROM day) d"
                        + " WHERE newer < ?",
                count,
                count);
    }

    /**
     * What lies from a beginning to the cursor, which is not after the end of what is meant. The index is entered at the
     * bound that stands for itself: with a later one than the cursor's time all would be read that lies in between.
     */
    private static void window(SqlText sql, Instant from, Cursor after) {
        sql.add(
                " AND l.occurred_at >= ? AND l.occurred_at <= ? AND (l.occurred_at, l.activity_digest) < (?, ?)",
                from,
                after.time(),
                after.time(),
                after.digest());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
