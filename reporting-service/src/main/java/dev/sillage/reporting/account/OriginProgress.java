package dev.sillage.reporting.account;

import dev.sillage.activity.ActivityTopic;
import dev.sillage.reporting.intake.LogPosition;
import dev.sillage.reporting.wire.SqlArray;
import dev.sillage.reporting.wire.SqlType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far the activities have come, per topic of results and pair of result partition and activity partition. The
 * calculation takes the activities of a partition in order, and those of one key always land on one result partition:
 * within a pair, origins only rise. One that does not was computed again after a crash. (With equal partition counts
 * each result partition has one origin partition; with unequal ones the pairs still hold.)
 */
public final class OriginProgress {
    private static final String READ = "SELECT partition, origin_partition, through_offset FROM origin_progress"
            + " WHERE topic = ? AND partition = ANY (?::integer[])";
    private static final String WRITE =
            "INSERT INTO origin_progress (topic, partition, origin_partition, through_offset)"
                    + " SELECT ?, * FROM unnest(?::integer[], ?::integer[], ?::bigint[])"
                    + " ON CONFLICT (topic, partition, origin_partition) DO UPDATE SET through_offset = excluded.through_offset"
                    + " WHERE origin_progress.through_offset < excluded.through_offset";

    private final String topic;
    private final Map<Pair, Long> through;
    private final Map<Pair, Long> changed = new TreeMap<>();

    private OriginProgress(String topic, Map<Pair, Long> through) {
        this.topic = topic;
        this.through = through;
    }

    /** As stored; the offsets' compare-and-set is what keeps it true until the end of the transaction. */
    public static OriginProgress read(Connection connection, String topic, Set<Integer> partitions)
            throws SQLException {
        Map<Pair, Long> through = new HashMap<>();
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setString(1, topic);
            SqlArray.of(SqlType.INTEGER, partitions, partition -> partition).bind(read, 2);
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    through.put(new Pair(rows.getInt(1), rows.getInt(2)), rows.getLong(3));
                }
            }
        }
        return new OriginProgress(topic, through);
    }

    /**
     * Whether this result is of an activity that had none before. Without a usable origin the answer is no: it
     * could be a repetition, and what is called new must not exceed what was accepted.
     */
    public boolean isOfNewOrigin(int partition, @Nullable LogPosition origin) {
        if (origin == null || !origin.topic().equals(ActivityTopic.NAME)) {
            return false;
        }
        Pair pair = new Pair(partition, origin.partition());
        Long last = through.get(pair);
        if (last != null && origin.offset() <= last) {
            return false;
        }
        through.put(pair, origin.offset());
        changed.put(pair, origin.offset());
        return true;
    }

    /** Stores how far they have come now. */
    public void write(Connection connection) throws SQLException {
        if (changed.isEmpty()) {
            return;
        }
        try (PreparedStatement write = connection.prepareStatement(WRITE)) {
            write.setString(1, topic);
            SqlArray.of(SqlType.INTEGER, changed.keySet(), Pair::partition).bind(write, 2);
            SqlArray.of(SqlType.INTEGER, changed.keySet(), Pair::originPartition)
                    .bind(write, 3);
            SqlArray.of(SqlType.BIGINT, changed.values(), through -> through).bind(write, 4);
            write.executeUpdate();
        }
    }

    /** Of partitions. */
    private record Pair(int partition, int originPartition) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            int byPartition = Integer.compare(partition, other.partition);
            return byPartition != 0 ? byPartition : Integer.compare(originPartition, other.originPartition);
        }
    }
}
