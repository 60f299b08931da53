package dev.sillage.reporting.aggregate;

import dev.sillage.reporting.intake.LogPosition;
import dev.sillage.reporting.intake.SqlArray;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
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
            bind(add, 1, seen -> seen.footprint().activity());
            bind(add, 2, seen -> seen.footprint().content());
            bind(add, 3, seen -> seen.footprint().occurredAt());
            bind(add, 4, Seen::countedAt);
            bind(add, 5, Seen::times);
            bind(add, 6, seen -> seen.origin(LogPosition::partition));
            bind(add, 7, seen -> seen.origin(LogPosition::offset));
            bindTexts(add, 8, footprint -> footprint.dimensions().tenant());
            bindTexts(add, 9, ReceivedFootprint::source);
            bindTexts(add, 10, ReceivedFootprint::id);
            bindTexts(add, 11, footprint -> footprint.dimensions().kind());
            add.executeUpdate();
        }
    }

    private void bind(PreparedStatement add, int parameter, Function<Seen, @Nullable Object> value)
            throws SQLException {
        Collection<Seen> all = conflicts.values();
        SqlArray array = new SqlArray(all.size());
        all.forEach(seen -> array.add(value.apply(seen)));
        array.bind(add, parameter);
    }

    private void bindTexts(PreparedStatement add, int parameter, Function<ReceivedFootprint, String> text)
            throws SQLException {
        SqlArray.bindTexts(
                add,
                parameter,
                conflicts.values().stream().map(Seen::footprint).map(text).toArray(String[]::new));
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
