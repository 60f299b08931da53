package dev.sillage.reporting.account;

import dev.sillage.reporting.account.Counts.Counter;
import dev.sillage.reporting.wire.SqlArray;
import dev.sillage.reporting.wire.SqlType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts per tenant, hour of acceptance and partition. */
final class HourCounts {
    private static final String ADD = "INSERT INTO reconciliation_hour AS r (tenant, hour, partition, computed,"
            + " reported, duplicates, recomputed, conflicts, amended, late, dead_lettered)"
            + " SELECT t, h, p, a + b + e, a, b, c, d, e, f, g FROM unnest(?::text[], ?::timestamptz[], ?::integer[],"
            + " ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])"
            + " AS n(t, h, p, a, b, c, d, e, f, g)"
            + " ON CONFLICT (tenant, hour, partition) DO UPDATE SET computed = r.computed + excluded.computed,"
            + " reported = r.reported + excluded.reported, duplicates = r.duplicates + excluded.duplicates,"
            + " recomputed = r.recomputed + excluded.recomputed, conflicts = r.conflicts + excluded.conflicts,"
            + " amended = r.amended + excluded.amended, late = r.late + excluded.late,"
            + " dead_lettered = r.dead_lettered + excluded.dead_lettered";

    private final Map<Key, Map<Counter, Long>> counts = new TreeMap<>();

    void add(String tenant, Instant acceptedAt, int partition, Counter counter, long times) {
        Key key = new Key(tenant, acceptedAt.truncatedTo(ChronoUnit.HOURS), partition);
        counts.computeIfAbsent(key, first -> new EnumMap<>(Counter.class)).merge(counter, times, Long::sum);
    }

    void write(Connection connection) throws SQLException {
        if (counts.isEmpty()) {
            return;
        }
        try (PreparedStatement add = connection.prepareStatement(ADD)) {
            SqlArray.of(SqlType.TEXT, counts.keySet(), Key::tenant).bind(add, 1);
            SqlArray.of(SqlType.TIMESTAMPTZ, counts.keySet(), Key::hour).bind(add, 2);
            SqlArray.of(SqlType.INTEGER, counts.keySet(), Key::partition).bind(add, 3);
            int parameter = 4;
            for (Counter counter : Counter.values()) {
                SqlArray.of(SqlType.BIGINT, counts.values(), row -> row.getOrDefault(counter, 0L))
                        .bind(add, parameter++);
            }
            add.executeUpdate();
        }
    }

    /** In an order that all transactions share, so that they wait for each other instead of deadlocking. */
    private record Key(String tenant, Instant hour, int partition) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::tenant).thenComparing(Key::hour).thenComparing(Key::partition);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }
}
