package dev.sillage.reporting.intake;

import dev.sillage.reporting.wire.SqlArray;
import dev.sillage.reporting.wire.SqlType;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * The next offset to take of each partition. It moves in the transaction of the effects of the records before it, and
 * only from the value that this transaction started from: of two consumers with the same records, one writes.
 */
@ApplicationScoped
class OffsetTable {
    private static final String INSERT = "INSERT INTO consumer_offset (topic, partition, next_offset)"
            + " SELECT t, p, 0 FROM unnest(?::text[], ?::integer[]) AS n(t, p) ON CONFLICT DO NOTHING";
    private static final String READ = "SELECT topic, partition, next_offset FROM consumer_offset"
            + " JOIN unnest(?::text[], ?::integer[]) AS n(t, p) ON topic = t AND partition = p";
    private static final String ADVANCE = "UPDATE consumer_offset SET next_offset = n.next"
            + " FROM unnest(?::text[], ?::integer[], ?::bigint[], ?::bigint[]) AS n(t, p, expected, next)"
            + " WHERE topic = n.t AND partition = n.p AND next_offset = n.expected";

    /** The stored offsets of all these partitions; one that was never taken from starts at 0. */
    Map<TopicPartition, Long> read(Connection connection, Collection<TopicPartition> partitions) throws SQLException {
        Map<TopicPartition, Long> stored = readExisting(connection, partitions);
        if (stored.size() < partitions.size()) {
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                bindPartitions(insert, partitions);
                insert.executeUpdate();
            }
            stored = readExisting(connection, partitions);
        }
        return stored;
    }

    /**
     * Compare-and-set, for all or none.
     *
     * @throws FencedException when somebody else has moved one of them since it was read
     */
    void advance(Connection connection, Map<TopicPartition, Long> expected, Map<TopicPartition, Long> next)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(ADVANCE)) {
            bindPartitions(update, next.keySet());
            SqlArray.of(SqlType.BIGINT, next.keySet(), expected::get).bind(update, 3);
            SqlArray.of(SqlType.BIGINT, next.values(), offset -> offset).bind(update, 4);
            if (update.executeUpdate() != next.size()) {
                throw new FencedException();
            }
        }
    }

    private static Map<TopicPartition, Long> readExisting(Connection connection, Collection<TopicPartition> partitions)
            throws SQLException {
        Map<TopicPartition, Long> stored = new HashMap<>();
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            bindPartitions(read, partitions);
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    stored.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
                }
            }
        }
        return stored;
    }

    private static void bindPartitions(PreparedStatement statement, Collection<TopicPartition> partitions)
            throws SQLException {
        SqlArray.of(SqlType.TEXT, partitions, TopicPartition::topic).bind(statement, 1);
        SqlArray.of(SqlType.INTEGER, partitions, TopicPartition::partition).bind(statement, 2);
    }
}
