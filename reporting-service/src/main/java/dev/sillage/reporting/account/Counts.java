package dev.sillage.reporting.account;

import dev.sillage.reporting.intake.SqlArray;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the results of one transaction, per tenant and partition. A footprint or an avoidance is
 *
 * <ul>
 *   <li>reported, and so computed, when its activity is new in its table;
 *   <li>a duplicate, and so computed, when its activity was there but its origin is new: it was sent twice;
 *   <li>recomputed, and nothing else, when its origin was seen before: it was computed twice.
 * </ul>
 *
 * A correction or a retraction is amended when it took effect, and otherwise a duplicate or recomputed. So reported +
 * amended + duplicates = computed holds by construction, whatever is killed or repeated. Duplicates that are not what
 * was counted, but something else under the same id, are counted as conflicts too.
 */
public final class Counts {
    private static final int REPORTED = 0;
    private static final int DUPLICATES = 1;
    private static final int RECOMPUTED = 2;
    private static final int CONFLICTS = 3;
    private static final int AMENDED = 4;
    private static final int COUNTERS = 5;
    private static final String ADD = "INSERT INTO reconciliation AS r"
            + " (tenant, partition, computed, reported, duplicates, recomputed, conflicts, amended)"
            + " SELECT t, p, a + b + e, a, b, c, d, e FROM unnest(?::text[], ?::integer[],"
            + " ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[]) AS n(t, p, a, b, c, d, e)"
            + " ON CONFLICT (tenant, partition) DO UPDATE SET computed = r.computed + excluded.computed,"
            + " reported = r.reported + excluded.reported, duplicates = r.duplicates + excluded.duplicates,"
            + " recomputed = r.recomputed + excluded.recomputed, conflicts = r.conflicts + excluded.conflicts,"
            + " amended = r.amended + excluded.amended";

    private final Map<Key, long[]> counters = new TreeMap<>();

    /** Counts one result that came on this partition. */
    public void count(String tenant, int partition, boolean newActivity, boolean newOrigin) {
        Key key = new Key(tenant, partition);
        int counter = newActivity ? REPORTED : newOrigin ? DUPLICATES : RECOMPUTED;
        counters.computeIfAbsent(key, first -> new long[COUNTERS])[counter]++;
    }

    /** Counts a duplicate that is not what was counted. */
    public void countConflict(String tenant, int partition) {
        counters.computeIfAbsent(new Key(tenant, partition), first -> new long[COUNTERS])[CONFLICTS]++;
    }

    /** Counts a correction or a retraction that took effect. */
    public void countAmended(String tenant, int partition) {
        counters.computeIfAbsent(new Key(tenant, partition), first -> new long[COUNTERS])[AMENDED]++;
    }

    /** Adds all to the counts that are stored. */
    public void write(Connection connection) throws SQLException {
        if (counters.isEmpty()) {
            return;
        }
        SqlArray partitions = new SqlArray(counters.size());
        counters.keySet().forEach(key -> partitions.add(key.partition()));
        try (PreparedStatement add = connection.prepareStatement(ADD)) {
            SqlArray.bindTexts(
                    add, 1, counters.keySet().stream().map(Key::tenant).toArray(String[]::new));
            partitions.bind(add, 2);
            for (int counter = 0; counter < COUNTERS; counter++) {
                SqlArray values = new SqlArray(counters.size());
                for (long[] counts : counters.values()) {
                    values.add(counts[counter]);
                }
                values.bind(add, counter + 3);
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
