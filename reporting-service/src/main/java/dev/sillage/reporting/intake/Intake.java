package dev.sillage.reporting.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Takes polls until they are stored: exactly once, in order, and however long the database is away. It returns when
 * every record of the poll is in the database, by this consumer or by another.
 */
@ApplicationScoped
public class Intake {
    private static final Logger LOG = Logger.getLogger(Intake.class);

    private final BatchTransaction transaction;
    private final ConsumerPositions positions;
    private final Patience patience;

    Intake(BatchTransaction transaction, ConsumerPositions positions, Patience patience) {
        this.transaction = transaction;
        this.positions = positions;
        this.patience = patience;
    }

    /**
     * Stores a poll.
     *
     * @param channel where it came from
     * @param polled its records
     * @param reader reads one record and never throws: what it cannot read is a {@link DeadLetter}
     * @param store writes what was read
     */
    public void take(
            String channel,
            ConsumerRecords<byte[], byte[]> polled,
            Function<ConsumerRecord<byte[], byte[]>, Received> reader,
            Store store) {
        store(channel, Poll.of(polled, reader), store);
    }

    /** Stores a poll that was read, and returns as {@link #take} does. */
    void store(String channel, Poll poll, Store store) {
        take(channel, poll, store);
        positions.publish(channel, poll.nexts());
    }

    private void take(String channel, Poll all, Store store) {
        Map<TopicPartition, Long> acceptedGaps = new HashMap<>();
        Poll poll = all;
        int failures = 0;
        while (!poll.records().isEmpty()) {
            try {
                transaction.store(poll, store, acceptedGaps);
                return;
            } catch (GapException gap) {
                poll = judge(channel, gap, poll, acceptedGaps);
            } catch (FencedException fenced) {
                LOG.infof("%s: another consumer stored records of this poll; looking again", channel);
            } catch (SQLException | RuntimeException failure) {
                if (DataFailure.isCausedByContent(failure)) {
                    isolate(channel, poll, store, failure);
                    return;
                }
                patience.pauseAfter(
                        ++failures, channel + ": storing " + poll.records().size() + " records", failure);
            }
        }
    }

    /** The database refuses the content of a record: halves are tried until it stands alone, and only it is lost. */
    private void isolate(String channel, Poll poll, Store store, Throwable failure) {
        if (poll.records().size() > 1) {
            take(channel, poll.firstHalf(), store);
            take(channel, poll.secondHalf(), store);
        } else {
            LOG.errorf(failure, "%s: the database refuses %s", channel, poll.firsts());
            take(channel, poll.refused("refused-by-database", DataFailure.describe(failure)), store);
        }
    }

    private Poll judge(String channel, GapException gap, Poll poll, Map<TopicPartition, Long> acceptedGaps) {
        TopicPartition partition = gap.partition();
        long first;
        try {
            first = positions.firstRecordFrom(channel, partition, gap.expected(), gap.first());
        } catch (RuntimeException failure) {
            patience.pauseAfter(1, channel + ": looking into " + gap.getMessage(), failure);
            return poll;
        }
        if (first >= gap.first()) {
            LOG.warnf("%s: %s; the topic holds no record between, going on", channel, gap.getMessage());
            acceptedGaps.put(partition, gap.expected());
            return poll;
        }
        LOG.warnf("%s: %s; reading the records between again", channel, gap.getMessage());
        positions.seek(channel, partition, gap.expected());
        return poll.without(partition);
    }
}
