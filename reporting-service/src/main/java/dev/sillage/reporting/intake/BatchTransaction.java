package dev.sillage.reporting.intake;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.TopicPartition;

/**
 * All effects of the records of one poll and the advance of their offsets, together or not at all. Exactly once
 * follows from that alone: a repeated poll finds its offsets already moved.
 */
@ApplicationScoped
class BatchTransaction {
    private static final int TIMEOUT_SECONDS = 120;

    private final AgroalDataSource database;
    private final OffsetTable offsets;

    BatchTransaction(AgroalDataSource database, OffsetTable offsets) {
        this.database = database;
        this.offsets = offsets;
    }

    /**
     * Stores what is not stored yet.
     *
     * @param acceptedGaps stored offsets after which a gap is known to hold no record
     * @throws GapException when the records begin after the stored offset
     * @throws FencedException when another consumer stored some of them at the same time
     */
    void store(Poll poll, Store store, Map<TopicPartition, Long> acceptedGaps) throws SQLException {
        Store.Effects effects = store.prepare(poll.records());
        QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).call(() -> {
            try (Connection connection = database.getConnection()) {
                Map<TopicPartition, Long> stored = offsets.read(connection, poll.partitions());
                Poll fresh = poll.from(stored);
                refuseGaps(fresh, stored, acceptedGaps);
                if (!fresh.records().isEmpty()) {
                    effects.write(connection, fresh.records());
                    offsets.advance(connection, stored, fresh.nexts());
                }
                return fresh.records().size();
            }
        });
    }

    private static void refuseGaps(
            Poll poll, Map<TopicPartition, Long> stored, Map<TopicPartition, Long> acceptedGaps) {
        poll.firsts().forEach((partition, first) -> {
            long expected = Objects.requireNonNull(stored.get(partition));
            if (first > expected && !Objects.equals(acceptedGaps.get(partition), expected)) {
                throw new GapException(partition, expected, first);
            }
        });
    }
}
