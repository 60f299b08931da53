package dev.sillage.reporting.intake;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/** Where the consumers of a channel stand in Kafka's view; all of it can be lost without losing a record. */
@ApplicationScoped
class ConsumerPositions {
    private static final Logger LOG = Logger.getLogger(ConsumerPositions.class);
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(30);
    private static final Duration PROBE_POLL = Duration.ofMillis(200);

    private final KafkaClientService clients;

    ConsumerPositions(KafkaClientService clients) {
        this.clients = clients;
    }

    /** Tells Kafka, so that tools can show the lag. Nobody reads it to go on: a failure costs nothing. */
    void publish(String channel, Map<TopicPartition, Long> nexts) {
        onEachConsumer(channel, consumer -> {
            Map<TopicPartition, OffsetAndMetadata> own = new HashMap<>();
            nexts.forEach((partition, next) -> {
                if (consumer.assignment().contains(partition)) {
                    own.put(partition, new OffsetAndMetadata(next));
                }
            });
            if (!own.isEmpty()) {
                consumer.commitAsync(own, (committed, failure) -> {
                    if (failure != null) {
                        LOG.debugf("offsets of %s were not published: %s", channel, failure.getMessage());
                    }
                });
            }
        });
    }

    /** Makes the channel read on from there, if the partition is still its own. */
    void seek(String channel, TopicPartition partition, long offset) {
        onEachConsumer(channel, consumer -> {
            if (consumer.assignment().contains(partition)) {
                consumer.seek(partition, offset);
            }
        });
    }

    /**
     * The offset of the first record at or after that offset, asked from the broker by a consumer of its own, because
     * the position of the channel's consumer is what is in doubt.
     *
     * @param limit where the search may end, because a record is known to be there
     * @throws TimeoutException when the broker does not answer
     */
    long firstRecordFrom(String channel, TopicPartition partition, long offset, long limit) {
        Map<String, Object> configuration =
                new HashMap<>(clients.getConsumers(channel).get(0).configuration());
        configuration.remove(ConsumerConfig.GROUP_ID_CONFIG);
        configuration.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        configuration.put(ConsumerConfig.CLIENT_ID_CONFIG, "sillage-reporting-probe-" + partition);
        configuration.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        long deadline = System.nanoTime() + PROBE_LIMIT.toNanos();
        try (Consumer<byte[], byte[]> probe = new org.apache.kafka.clients.consumer.KafkaConsumer<>(
                configuration, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            probe.assign(List.of(partition));
            probe.seek(partition, offset);
            while (System.nanoTime() < deadline) {
                for (ConsumerRecord<byte[], byte[]> record : probe.poll(PROBE_POLL)) {
                    return record.offset();
                }
                if (probe.position(partition) >= limit) {
                    return limit;
                }
            }
        }
        throw new TimeoutException("no answer about " + partition + " from offset " + offset);
    }

    private void onEachConsumer(String channel, java.util.function.Consumer<Consumer<byte[], byte[]>> action) {
        for (KafkaConsumer<byte[], byte[]> consumer : clients.<byte[], byte[]>getConsumers(channel)) {
            consumer.runOnPollingThread(action)
                    .subscribe()
                    .with(done -> {}, failure -> LOG.debugf("positions of %s: %s", channel, failure.getMessage()));
        }
    }
}
