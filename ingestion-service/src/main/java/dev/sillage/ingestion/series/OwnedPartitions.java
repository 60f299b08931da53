package dev.sillage.ingestion.series;

import dev.sillage.activity.ObservationTopic;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidPartitionsException;

/**
 * The partitions of the observations that this replica owns, with the states of their series. Used by one thread, but for
 * {@link #wakeUp}; after any failure it is closed and replaced.
 */
final class OwnedPartitions implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);
    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaProducer<byte[], byte[]> producer;
    private final StateReader stateReader;
    private final Map<TopicPartition, SeriesStates> states = new HashMap<>();
    private final Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    private Instant nextSweep = Instant.now().plus(BETWEEN_SWEEPS);

    OwnedPartitions(SeriesClients clients) {
        stateReader = new StateReader(clients);
        consumer = clients.observations();
        producer = clients.transactions();
        try {
            requireSamePartitions();
            producer.initTransactions();
            consumer.subscribe(List.of(ObservationTopic.NAME), new Listener());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Counts what has come, or says false when nothing has. */
    boolean poll(Batch batch) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        for (TopicPartition partition : records.partitions()) {
            SeriesStates own = Objects.requireNonNull(states.get(partition), "states are loaded with the partition");
            for (ConsumerRecord<byte[], byte[]> record : records.records(partition)) {
                batch.take(record, own);
                offsets.put(partition, new OffsetAndMetadata(record.offset() + 1));
            }
        }
        sweep();
        return !records.isEmpty();
    }

    /** Stores how far the observations are read, and where their series stand, both or nothing. */
    void store() {
        producer.beginTransaction();
        states.forEach((partition, own) -> own.changed().forEach((key, state) -> {
            Future<RecordMetadata> unused = producer.send(new ProducerRecord<>(
                    ObservationTopic.SERIES, partition.partition(), key.write(), state == null ? null : state.write()));
        }));
        producer.sendOffsetsToTransaction(offsets, consumer.groupMetadata());
        producer.commitTransaction();
        states.values().forEach(SeriesStates::stored);
        offsets.clear();
    }

    void wakeUp() {
        consumer.wakeup();
    }

    private void sweep() {
        Instant now = Instant.now();
        if (now.isAfter(nextSweep)) {
            states.values().forEach(own -> own.forgetSilent(now));
            nextSweep = now.plus(BETWEEN_SWEEPS);
        }
    }

    private void requireSamePartitions() {
        int observations = consumer.partitionsFor(ObservationTopic.NAME).size();
        int series = consumer.partitionsFor(ObservationTopic.SERIES).size();
        if (observations != series) {
            throw new InvalidPartitionsException(ObservationTopic.NAME + " has " + observations + " partitions, but "
                    + ObservationTopic.SERIES + " has " + series + "; both need the same number");
        }
    }

    @Override
    public void close() {
        producer.close(CLOSE_LIMIT);
        consumer.close(CloseOptions.timeout(CLOSE_LIMIT));
    }

    /** Between polls everything counted is stored, so that nothing is lost with a partition. */
    private final class Listener implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            for (TopicPartition partition : partitions) {
                // Waits for the end of a transaction that stores the offset, and so the states, of the owner before.
                long unused = consumer.position(partition);
                states.put(partition, stateReader.read(partition.partition()));
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(states::remove);
        }
    }
}
