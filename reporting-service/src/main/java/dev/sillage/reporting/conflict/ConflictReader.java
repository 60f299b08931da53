package dev.sillage.reporting.conflict;

import dev.sillage.reporting.conflict.Conflict.Counted;
import dev.sillage.reporting.conflict.Conflict.NotCounted;
import dev.sillage.reporting.isolation.TenantConnection;
import dev.sillage.reporting.isolation.TenantDatabase;
import dev.sillage.reporting.query.TimeRange;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads conflicts, the newest first, through the index that is in this order. */
@ApplicationScoped
class ConflictReader {
    private static final String SQL = "SELECT activity_digest, content, source, activity_id, kind, occurred_at,"
            + " counted_at, times, origin_partition, origin_offset, first_seen, last_seen FROM identity_conflict"
            + " WHERE tenant = ? AND first_seen >= ? AND first_seen < ?"
            // Without the first of these two the index would be entered at the end of the period, not at the place.
            + " AND first_seen <= ? AND (first_seen, activity_digest, content) < (?, ?, ?)"
            + " ORDER BY first_seen DESC, activity_digest DESC, content DESC LIMIT ?";
    private static final String ORIGIN_TOPIC = "sillage.activities/";

    private final TenantDatabase database;

    ConflictReader(TenantDatabase database) {
        this.database = database;
    }

    /** A conflict and where it stands. */
    record Found(Conflict conflict, Place place) {}

    List<Found> newest(String tenant, TimeRange range, Place after, int limit) throws SQLException {
        try (TenantConnection connection = database.open(tenant);
                PreparedStatement read = connection.jdbc().prepareStatement(SQL)) {
            read.setString(1, tenant);
            bind(read, 2, range.from());
            bind(read, 3, range.to());
            bind(read, 4, after.firstSeen());
            bind(read, 5, after.firstSeen());
            read.setObject(6, after.activity());
            read.setLong(7, after.content());
            read.setInt(8, limit);
            try (ResultSet rows = read.executeQuery()) {
                List<Found> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(found(rows));
                }
                return found;
            }
        }
    }

    private static Found found(ResultSet row) throws SQLException {
        Instant firstSeen = instant(row, "first_seen");
        Conflict conflict = new Conflict(
                row.getString("source"),
                row.getString("activity_id"),
                row.getString("kind"),
                new Counted(instant(row, "counted_at")),
                new NotCounted(
                        instant(row, "occurred_at"),
                        row.getLong("times"),
                        firstSeen,
                        instant(row, "last_seen"),
                        origin(row)));
        return new Found(
                conflict, new Place(firstSeen, row.getObject("activity_digest", UUID.class), row.getLong("content")));
    }

    private static @Nullable String origin(ResultSet row) throws SQLException {
        long offset = row.getLong("origin_offset");
        return row.wasNull() ? null : ORIGIN_TOPIC + row.getInt("origin_partition") + "/" + offset;
    }

    private static void bind(PreparedStatement read, int parameter, Instant time) throws SQLException {
        read.setObject(parameter, time.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
