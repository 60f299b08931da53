package dev.sillage.ingestion.deadletter;

import dev.sillage.ingestion.problem.ProblemType;
import dev.sillage.ingestion.problem.RequestRefusedException;
import dev.sillage.ingestion.publish.BrokerSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads the letters of a stage, partition by partition, each in its order; no more of them than one request may cost. */
@ApplicationScoped
class LetterReader {
    /** Letters that one request looks at. */
    static final int MAX_SCANNED = 100_000;

    private static final Duration POLL = Duration.ofMillis(100);
    private static final int TIMEOUT_MILLIS = 5_000;

    /** Each reading holds at most as much as it fetches at once, so that this and the next bound the memory of all. */
    private static final int FETCH_BYTES = 4 * 1024 * 1024;

    private static final int READINGS_AT_ONCE = 4;

    private final BrokerSettings broker;
    private final Semaphore readings = new Semaphore(READINGS_AT_ONCE);

    LetterReader(BrokerSettings broker) {
        this.broker = broker;
    }

    /**
     * Shows the letters from a place on to the visitor, until it wants no more.
     *
     * @return where to go on; empty at the end
     * @throws RequestRefusedException while the broker is away, or when others read already
     */
    Optional<LetterId> read(Stage stage, @Nullable LetterId from, Predicate<ConsumerRecord<byte[], byte[]>> visitor) {
        if (!readings.tryAcquire()) {
            throw new RequestRefusedException(
                    ProblemType.SATURATED,
                    "Dead letters are read by " + READINGS_AT_ONCE + " requests at most at a time.");
        }
        try {
            return scan(stage, from, visitor);
        } finally {
            readings.release();
        }
    }

    private Optional<LetterId> scan(
            Stage stage, @Nullable LetterId from, Predicate<ConsumerRecord<byte[], byte[]>> visitor) {
        int scanned = 0;
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<PartitionInfo> partitions = consumer.partitionsFor(stage.topic());
            List<TopicPartition> all = IntStream.range(0, partitions.size())
                    .mapToObj(partition -> new TopicPartition(stage.topic(), partition))
                    .toList();
            consumer.assign(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(all);
            for (TopicPartition partition : all) {
                if (from != null && partition.partition() < from.partition()) {
                    continue;
                }
                long begin = beginnings.getOrDefault(partition, 0L);
                long position = from != null && partition.partition() == from.partition()
                        ? Math.max(begin, from.offset())
                        : begin;
                long end = ends.getOrDefault(partition, 0L);
                consumer.assign(List.of(partition));
                consumer.seek(partition, position);
                long deadline =
                        System.nanoTime() + Duration.ofMillis(TIMEOUT_MILLIS).toNanos();
                while (position < end) {
                    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                        if (++scanned > MAX_SCANNED || !visitor.test(record)) {
                            return Optional.of(new LetterId(stage, partition.partition(), record.offset()));
                        }
                    }
                    if (consumer.position(partition) > position) {
                        position = consumer.position(partition);
                        deadline = System.nanoTime()
                                + Duration.ofMillis(TIMEOUT_MILLIS).toNanos();
                    } else if (System.nanoTime() - deadline > 0) {
                        throw away();
                    }
                }
            }
            return Optional.empty();
        } catch (KafkaException e) {
            throw away();
        }
    }

    private static RequestRefusedException away() {
        return new RequestRefusedException(ProblemType.BROKER_UNAVAILABLE, "The broker does not answer.");
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> config = broker.of(ConsumerConfig.configNames());
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, "sillage-dead-letters");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
