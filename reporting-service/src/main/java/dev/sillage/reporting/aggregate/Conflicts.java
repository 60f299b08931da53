package dev.sillage.reporting.aggregate;

import dev.sillage.reporting.intake.LogPosition;
import dev.sillage.reporting.wire.SqlArray;
import dev.sillage.reporting.wire.SqlType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The activities of one transaction that came under the id of another one and were not counted for it. */
final class Conflicts {
    private static final String ADD =
            "INSERT INTO identity_conflict AS c (activity_digest, content, occurred_at, counted_at,"
                    + " times, origin_partition, origin_offset, tenant, source, activity_id, kind)"
                    + " SELECT * FROM unnest(?::uuid[], ?::bigint[], ?::timestamptz[], ?::timestamptz[], ?::bigint[],"
                    + " ?::integer[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[])"
                    + " ON CONFLICT (activity_digest, content) DO UPDATE SET times = c.times + excluded.times, last_seen = now()";

    private final SortedMap<Key, Seen> conflicts = new TreeMap<>();

    /** Notes it, when the content is not what was counted, and tells whether that is so. */
    boolean isNoted(ReceivedFootprint footprint, IdentityTable.Identity counted) {
        if (Content.isSame(footprint.content(), counted.content())) {
            return false;
        }
        conflicts.merge(
                new Key(footprint.activity(), footprint.content()),
                new Seen(footprint, counted.occurredAt(), 1),
                (first, next) -> new Seen(first.footprint(), first.countedAt(), first.times() + 1));
        return true;
    }

    /** Adds them to those that are stored. */
    void write(Connection connection) throws SQLException {
        if (conflicts.isEmpty()) {
            return;
        }
        try (PreparedStatement add = connection.prepareStatement(ADD)) {
            bind(add, 1, SqlType.UUID, seen -> seen.footprint().activity());
            bind(add, 2, SqlType.BIGINT, seen -> seen.footprint().content());
            bind(add, 3, SqlType.TIMESTAMPTZ, seen -> seen.footprint().occurredAt());
            bind(add, 4, SqlType.TIMESTAMPTZ, Seen::countedAt);
            bind(add, 5, SqlType.BIGINT, Seen::times);
            bind(add, 6, SqlType.INTEGER, seen -> seen.origin(LogPosition::partition));
            bind(add, 7, SqlType.BIGINT, seen -> seen.origin(LogPosition::offset));
            bind(add, 8, SqlType.TEXT, seen -> seen.footprint().dimensions().tenant());
            bind(add, 9, SqlType.TEXT, seen -> seen.footprint().source());
            bind(add, 10, SqlType.TEXT, seen -> seen.footprint().id());
            bind(add, 11, SqlType.TEXT, seen -> seen.footprint().dimensions().kind());
            add.executeUpdate();
        }
    }

    private void bind(PreparedStatement add, int parameter, SqlType type, Function<Seen, @Nullable Object> value)
            throws SQLException {
        SqlArray.of(type, conflicts.values(), value).bind(add, parameter);
    }

    /** In an order that replicas share, so that they wait for each other instead of deadlocking. */
    private record Key(UUID activity, long content) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byActivity = activity.compareTo(other.activity);
            return byActivity != 0 ? byActivity : Long.compare(content, other.content);
        }
    }

    private record Seen(ReceivedFootprint footprint, Instant countedAt, long times) {
        @Nullable
        Object origin(Function<LogPosition, Object> part) {
            return footprint.origin() == null ? null : part.apply(footprint.origin());
        }
    }
}
