package dev.sillage.reporting.intake;

import io.agroal.api.AgroalDataSource;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * A partition that is assigned is read from the offset in the database, whatever Kafka believes. Without the database
 * it waits: reading from elsewhere would only find out later that it was wrong.
 */
@ApplicationScoped
@Identifier("stored-offsets")
class StoredOffsets implements KafkaConsumerRebalanceListener {
    private static final Logger LOG = Logger.getLogger(StoredOffsets.class);

    private final AgroalDataSource database;
    private final OffsetTable offsets;
    private final Patience patience;

    StoredOffsets(AgroalDataSource database, OffsetTable offsets, Patience patience) {
        this.database = database;
        this.offsets = offsets;
        this.patience = patience;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        int failures = 0;
        while (!partitions.isEmpty()) {
            try {
                seek(consumer, partitions);
                return;
            } catch (SQLException | RuntimeException failure) {
                patience.pauseAfter(++failures, "reading the offsets of " + partitions, failure);
            }
        }
    }

    private void seek(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) throws SQLException {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        try (Connection connection = database.getConnection()) {
            Map<TopicPartition, Long> stored = offsets.read(connection, partitions);
            for (TopicPartition partition : partitions) {
                long next = Objects.requireNonNull(stored.get(partition));
                long end = Objects.requireNonNull(ends.get(partition));
                if (next > end) {
                    startAgain(connection, partition, next, end);
                    next = 0;
                }
                consumer.seek(partition, next);
            }
        }
    }

    /**
     * The topic is shorter than what was read of it: it was made anew, or the broker lost records. The new records
     * stand below the stored offset and would be taken for old ones. The ledger knows every activity, so reading all
     * again counts nothing twice.
     */
    private void startAgain(Connection connection, TopicPartition partition, long next, long end) throws SQLException {
        LOG.errorf(
                "%s ends at %d, but %d was stored: the topic was made anew or lost records. Reading it from its"
                        + " beginning; nothing is counted twice",
                partition, end, next);
        Map<TopicPartition, Long> expected = new HashMap<>();
        expected.put(partition, next);
        offsets.advance(connection, expected, Map.of(partition, 0L));
    }
}
