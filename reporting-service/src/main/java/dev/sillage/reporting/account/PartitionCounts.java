package dev.sillage.reporting.account;

import dev.sillage.reporting.account.Counts.Counter;
import dev.sillage.reporting.wire.SqlArray;
import dev.sillage.reporting.wire.SqlType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts per tenant and partition, for ever. Replicas have different partitions, so that they never wait for each other. */
final class PartitionCounts {
    private static final List<Counter> COUNTERS =
            List.of(Counter.REPORTED, Counter.DUPLICATES, Counter.RECOMPUTED, Counter.CONFLICTS, Counter.AMENDED);
    private static final String ADD = "INSERT INTO reconciliation AS r"
            + " (tenant, partition, computed, reported, duplicates, recomputed, conflicts, amended)"
            + " SELECT t, p, a + b + e, a, b, c, d, e FROM unnest(?::text[], ?::integer[],"
            + " ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[]) AS n(t, p, a, b, c, d, e)"
            + " ON CONFLICT (tenant, partition) DO UPDATE SET computed = r.computed + excluded.computed,"
            + " reported = r.reported + excluded.reported, duplicates = r.duplicates + excluded.duplicates,"
            + " recomputed = r.recomputed + excluded.recomputed, conflicts = r.conflicts + excluded.conflicts,"
            + " amended = r.amended + excluded.amended";

    private final Map<Key, Map<Counter, Long>> counts = new TreeMap<>();

    void add(String tenant, int partition, Counter counter) {
        counts.computeIfAbsent(new Key(tenant, partition), first -> new EnumMap<>(Counter.class))
                .merge(counter, 1L, Long::sum);
    }

    void write(Connection connection) throws SQLException {
        if (counts.isEmpty()) {
            return;
        }
        try (PreparedStatement add = connection.prepareStatement(ADD)) {
            SqlArray.of(SqlType.TEXT, counts.keySet(), Key::tenant).bind(add, 1);
            SqlArray.of(SqlType.INTEGER, counts.keySet(), Key::partition).bind(add, 2);
            int parameter = 3;
            for (Counter counter : COUNTERS) {
                SqlArray.of(SqlType.BIGINT, counts.values(), row -> row.getOrDefault(counter, 0L))
                        .bind(add, parameter++);
            }
            add.executeUpdate();
        }
    }

    /** Whose counts. */
    private record Key(String tenant, int partition) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byTenant = tenant.compareTo(other.tenant);
            return byTenant != 0 ? byTenant : Integer.compare(partition, other.partition);
        }
    }
}
