package dev.sillage.reporting.activity;

import dev.sillage.footprint.ActivityReference;
import io.agroal.api.AgroalDataSource;
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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads activities of a tenant, one by its key or some by their time; never the whole. */
@ApplicationScoped
class Ledger {
    private static final int LIMIT_SECONDS = 10;
    private static final String FROM =
            "SELECT " + ActivityRows.COLUMNS + " FROM ledger l JOIN series s ON s.id = l.series_id WHERE l.tenant = ?";
    private static final String ONE = "SELECT " + ActivityRows.COLUMNS + " FROM identity i JOIN ledger l"
            // All that leads to one row of one partition.
            + " ON l.retention_months = i.retention_months AND l.occurred_at = i.occurred_at AND l.tenant = i.tenant"
            + " AND l.activity_digest = i.digest JOIN series s ON s.id = l.series_id WHERE i.tenant = ? AND i.digest = ?";
    private static final String AFTER = " AND (l.occurred_at, l.activity_digest) < (?, ?)";
    private static final String ORDER = " ORDER BY l.occurred_at DESC, l.activity_digest DESC LIMIT ?";

    /** How far back a kind must be looked for, from the days: else a rare one would be sought in every row. */
    private static final String REACH = "WITH day AS (SELECT bucket,"
            // Of the day of the cursor nothing is certain to lie before it.
            + " sum(CASE WHEN bucket + interval '24 hours' <= ? THEN r.activities ELSE 0 END) AS activities"
            + " FROM rollup_day r JOIN series s ON s.id = r.series_id"
            + " WHERE s.tenant = ? AND s.kind = ? AND bucket <= ? GROUP BY bucket)"
            + " SELECT min(bucket) FROM (SELECT bucket,"
            + " sum(activities) OVER (ORDER BY bucket DESC) - activities AS newer FROM day) d WHERE newer < ?";

    private final AgroalDataSource database;

    Ledger(AgroalDataSource database) {
        this.database = database;
    }

    Optional<StoredActivity> find(ActivityReference activity) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement read = connection.prepareStatement(ONE)) {
            read.setString(1, activity.tenant());
            read.setObject(2, activity.digest());
            List<Found> found = read(read);
            return found.stream().map(Found::activity).findFirst();
        }
    }

    /**
     * The newest activities after a cursor, newest first.
     *
     * @param kind only of this kind; null for all
     */
    List<Found> newest(String tenant, @Nullable String kind, Cursor after, int count) throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (kind == null) {
                return newest(connection, tenant, null, null, after, count);
            }
            Instant reach = reach(connection, tenant, kind, after, count);
            return reach == null ? List.of() : newest(connection, tenant, kind, reach, after, count);
        }
    }

    private static List<Found> newest(
            Connection connection,
            String tenant,
            @Nullable String kind,
            @Nullable Instant reach,
            Cursor after,
            int count)
            throws SQLException {
        String ofKind = kind == null ? "" : " AND s.kind = ? AND l.occurred_at >= ?";
        try (PreparedStatement read = connection.prepareStatement(FROM + ofKind + AFTER + ORDER)) {
            int parameter = 1;
            read.setString(parameter++, tenant);
            if (kind != null && reach != null) {
                read.setString(parameter++, kind);
                read.setObject(parameter++, utc(reach));
            }
            read.setObject(parameter++, utc(after.time()));
            read.setObject(parameter++, after.digest());
            read.setInt(parameter, count);
            return read(read);
        }
    }

    /** The earliest day that can matter; null when there is none. */
    private static @Nullable Instant reach(Connection connection, String tenant, String kind, Cursor after, int count)
            throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(REACH)) {
            read.setQueryTimeout(LIMIT_SECONDS);
            read.setObject(1, utc(after.time()));
            read.setString(2, tenant);
            read.setString(3, kind);
            read.setObject(4, utc(after.time()));
            read.setLong(5, count);
            try (ResultSet rows = read.executeQuery()) {
                rows.next();
                OffsetDateTime reach = rows.getObject(1, OffsetDateTime.class);
                return reach == null ? null : reach.toInstant();
            }
        }
    }

    private static List<Found> read(PreparedStatement statement) throws SQLException {
        statement.setQueryTimeout(LIMIT_SECONDS);
        List<Found> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                StoredActivity activity = ActivityRows.read(rows);
                found.add(new Found(
                        activity, new Cursor(activity.time(), rows.getObject("activity_digest", UUID.class))));
            }
        }
        return found;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** An activity and the cursor that stands on it. */
    record Found(StoredActivity activity, Cursor cursor) {}
}
