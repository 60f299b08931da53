package dev.sillage.ingestion.series;

import dev.sillage.activity.ObservationTopic;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jboss.logging.Logger;

/** Reads the stored states of one partition. */
final class StateReader {
    private static final Logger LOG = Logger.getLogger(StateReader.class);

    /** Longer than a transaction that nobody ends any more stays open. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final Duration POLL = Duration.ofMillis(100);

    private final SeriesClients clients;

    StateReader(SeriesClients clients) {
        this.clients = clients;
    }

    /**
     * All that was stored when the call began, also by transactions that were then being ended.
     *
     * @throws TimeoutException when that cannot be read in time
     */
    SeriesStates read(int partition) {
        TopicPartition states = new TopicPartition(ObservationTopic.SERIES, partition);
        long end = end(states);
        SeriesStates read = new SeriesStates();
        long deadline = System.nanoTime() + LIMIT.toNanos();
        try (KafkaConsumer<byte[], byte[]> consumer = clients.states()) {
            consumer.assign(List.of(states));
            consumer.seekToBeginning(List.of(states));
            while (consumer.position(states) < end) {
                if (System.nanoTime() - deadline > 0) {
                    throw new TimeoutException("A transaction stays open on " + states);
                }
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    load(record, read);
                }
            }
        }
        return read;
    }

    /** Behind the last record of any transaction, ended or not: what is not ended must be waited for. */
    private long end(TopicPartition states) {
        Map<String, Object> uncommitted = Map.of(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
        try (KafkaConsumer<byte[], byte[]> consumer = clients.states(uncommitted)) {
            consumer.assign(List.of(states));
            Long end = consumer.endOffsets(List.of(states)).get(states);
            if (end == null) {
                throw new TimeoutException("Nobody tells the end of " + states);
            }
            return end;
        }
    }

    /** A state that cannot be read begins anew: its series are counted in full once more, which is not hidden. */
    private static void load(ConsumerRecord<byte[], byte[]> record, SeriesStates states) {
        SeriesKey key = SeriesKey.read(record.key());
        try {
            states.load(key, record.value() == null ? null : SeriesState.read(record.value()));
        } catch (IOException e) {
            LOG.errorf("The state at %s/%d/%d is unreadable", record.topic(), record.partition(), record.offset());
            states.load(key, null);
        }
    }
}
