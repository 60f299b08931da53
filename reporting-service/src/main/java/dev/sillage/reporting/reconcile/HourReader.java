package dev.sillage.reporting.reconcile;

import dev.sillage.activity.Incarnation;
import dev.sillage.reporting.query.TimeRange;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the counts of hours. What it costs grows with the hours that are asked for, never with the ledger. */
@ApplicationScoped
class HourReader {
    private static final String OF_ONE = bothSides(" AND tenant = ?");
    private static final String OF_ALL = bothSides("");
    private static final String FIRST_START = "SELECT min(started_at) FROM ingestion_incarnation";
    private static final String GAPS = "SELECT id, started_at, seen_at, state FROM ingestion_incarnation"
            + " WHERE state = 'incomplete' OR (state = 'counting' AND seen_at < ?)";

    private final AgroalDataSource database;

    HourReader(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * The hours of which anything is known, in their order.
     *
     * @param tenant whose; null for all, which is for the operator's metrics only
     * @param range whose hours begin in it
     */
    List<HourCounts> read(@Nullable String tenant, TimeRange range) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement read = connection.prepareStatement(tenant == null ? OF_ALL : OF_ONE)) {
            int parameter = 1;
            for (int side = 0; side < 2; side++) {
                bind(read, parameter++, range.from());
                bind(read, parameter++, range.to());
                if (tenant != null) {
                    read.setString(parameter++, tenant);
                }
            }
            try (ResultSet rows = read.executeQuery()) {
                List<HourCounts> hours = new ArrayList<>();
                while (rows.next()) {
                    hours.add(hour(rows));
                }
                return hours;
            }
        }
    }

    /**
     * Who counted.
     *
     * @param silentSince not heard of since then, a replica is gone
     */
    Witnesses witnesses(Instant silentSince) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement first = connection.prepareStatement(FIRST_START);
                ResultSet start = first.executeQuery();
                PreparedStatement read = connection.prepareStatement(GAPS)) {
            start.next();
            OffsetDateTime firstStart = start.getObject(1, OffsetDateTime.class);
            bind(read, 1, silentSince);
            List<Witnesses.Gap> gaps = new ArrayList<>();
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    gaps.add(Witnesses.Gap.of(incarnation(rows)));
                }
            }
            return new Witnesses(firstStart == null ? null : firstStart.toInstant(), gaps);
        }
    }

    /** What ingestion counted and what became of it, hour by hour; one of the two can be missing. */
    private static String bothSides(String condition) {
        String range = " WHERE hour >= ? AND hour < ?" + condition;
        return "SELECT tenant, hour, sum(accepted)::bigint AS accepted, sum(refused)::bigint AS refused,"
                + " sum(uncertain)::bigint AS uncertain, sum(incomplete)::bigint AS incomplete,"
                + " sum(computed)::bigint AS computed, sum(reported)::bigint AS reported,"
                + " sum(duplicates)::bigint AS duplicates, sum(amended)::bigint AS amended,"
                + " sum(conflicts)::bigint AS conflicts, sum(recomputed)::bigint AS recomputed,"
                + " sum(dead_lettered)::bigint AS dead_lettered, sum(late)::bigint AS late FROM ("
                + "SELECT tenant, hour, 0 AS accepted, 0 AS refused, 0 AS uncertain, 0 AS incomplete, computed,"
                + " reported, duplicates, amended, conflicts, recomputed, dead_lettered, late FROM reconciliation_hour"
                + range
                + " UNION ALL SELECT tenant, hour, accepted, refused, uncertain, CASE WHEN complete THEN 0 ELSE 1 END,"
                + " 0, 0, 0, 0, 0, 0, 0, 0 FROM accepted_count"
                + range
                + ") sides GROUP BY tenant, hour ORDER BY hour, tenant";
    }

    private static Incarnation incarnation(ResultSet row) throws SQLException {
        return new Incarnation(
                row.getString("id"),
                instant(row, "started_at"),
                instant(row, "seen_at"),
                Incarnation.State.ofWireName(row.getString("state")).orElseThrow());
    }

    private static HourCounts hour(ResultSet row) throws SQLException {
        return new HourCounts(
                row.getString("tenant"),
                instant(row, "hour"),
                row.getLong("accepted"),
                row.getLong("refused"),
                row.getLong("uncertain"),
                row.getLong("incomplete"),
                row.getLong("computed"),
                row.getLong("reported"),
                row.getLong("duplicates"),
                row.getLong("amended"),
                row.getLong("conflicts"),
                row.getLong("recomputed"),
                row.getLong("dead_lettered"),
                row.getLong("late"));
    }

    private static void bind(PreparedStatement read, int parameter, Instant time) throws SQLException {
        read.setObject(parameter, time.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
