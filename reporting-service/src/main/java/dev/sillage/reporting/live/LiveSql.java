package dev.sillage.reporting.live;

import dev.sillage.reporting.schema.FigureColumns;
import dev.sillage.reporting.schema.Rollup;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The one statement: today and the last minutes of some tenants, and which state of the database that is. */
final class LiveSql {
    /** Whole minutes before the one that runs. */
    static final int MINUTES = 5;

    private static final String COLUMNS = Stream.of(
                    Stream.of("activities"), FigureColumns.BOUNDS.stream(), FigureColumns.ACTIVITIES.stream())
            .flatMap(columns -> columns)
            .collect(Collectors.joining(", "));

    private static final String SUMS = Stream.of(
                    Stream.of("cast(sum(r.activities) as bigint)"),
                    FigureColumns.BOUNDS.stream().map(column -> "sum(r." + column + ")"),
                    FigureColumns.ACTIVITIES.stream().map(column -> "cast(sum(r." + column + ") as bigint)"))
            .flatMap(sums -> sums)
            .collect(Collectors.joining(", "));

    private static final String NOW = "coalesce(?::timestamptz, now())";
    private static final String MINUTE = "date_trunc('minute', " + NOW + ", 'UTC')";

    /** How many of the parameters are the moment. */
    static final int MOMENTS = 4;

    /** Columns before the sums: version, moment, tenant, minute, methodology, factor set, tier, warnings. */
    static final int KEYS = 8;

    /**
     * Parameters: {@link #MOMENTS} times the moment (null: now), then the tenants as an array. The version counts the transactions that had ended when the statement began: it grows with every
     * commit, and two statements that see the same have the same.
     */
    static final String TEXT = "SELECT c.version, c.at, f.* FROM"
            + " (SELECT pg_snapshot_xmax(s)::text::bigint - (SELECT count(*) FROM pg_snapshot_xip(s)) AS version, "
            + NOW + " AS at FROM pg_current_snapshot() s) c"
            + " LEFT JOIN (SELECT s.tenant, r.minute, s.methodology, s.factor_set, s.tier, s.warnings, " + SUMS
            + " FROM (SELECT series_id, NULL::timestamptz AS minute, " + COLUMNS + " FROM " + Rollup.DAY.table()
            + " WHERE bucket = date_trunc('day', " + NOW + ", 'UTC')"
            + " UNION ALL SELECT series_id, bucket, " + COLUMNS + " FROM " + Rollup.MINUTE.table()
            + " WHERE bucket >= " + MINUTE + " - interval '" + MINUTES + " minutes' AND bucket <= " + MINUTE
            + ") r JOIN series s ON s.id = r.series_id WHERE s.tenant = ANY (?)"
            + " GROUP BY 1, 2, 3, 4, 5, 6) f ON true ORDER BY 3, 4, 5, 6, 7, 8";

    private LiveSql() {}
}
