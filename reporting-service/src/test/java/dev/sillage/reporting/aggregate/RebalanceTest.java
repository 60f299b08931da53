package dev.sillage.reporting.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.footprint.FootprintEvent;
import dev.sillage.footprint.FootprintTopic;
import dev.sillage.reporting.intake.Intake;
import dev.sillage.reporting.label.GroupableLabels;
import dev.sillage.reporting.platform.Footprints;
import dev.sillage.reporting.platform.Log;
import dev.sillage.reporting.platform.Platform;
import dev.sillage.reporting.platform.Samples;
import dev.sillage.reporting.platform.Tables;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A second replica joins and leaves again and again, and writes what it polled even after it has left. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class RebalanceTest {
    private static final int ROUNDS = 3;
    private static final int MAX_BATCHES = 200;
    private static final int PER_BATCH = 200;
    private static final Duration PACE = Duration.ofMillis(100);
    private static final Duration JOIN_LIMIT = Duration.ofSeconds(30);
    private static final Instant START = Instant.parse("2026-04-01T08:00:00Z");

    @Inject
    AgroalDataSource database;

    @Inject
    Intake intake;

    @Inject
    FootprintStore store;

    @Inject
    @Identifier("stored-offsets")
    KafkaConsumerRebalanceListener storedOffsets;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @Test
    void replicasThatComeAndGoAndWriteLateCountEveryActivityOnce() throws Exception {
        List<FootprintEvent> all = Samples.over("rebalance", MAX_BATCHES * PER_BATCH, START, Duration.ofHours(2));
        List<FootprintEvent> sent = List.of();
        ExecutorService replica = Executors.newSingleThreadExecutor();
        Future<Long> taken = replica.submit(() -> {
            long polled = 0;
            for (int round = 0; round < ROUNDS; round++) {
                polled += joinWriteAndLeave();
            }
            return polled;
        });
        try (Log log = new Log(servers, database)) {
            while (!isDoneWithin(PACE, taken) && sent.size() < all.size()) {
                List<FootprintEvent> batch = all.subList(sent.size(), sent.size() + PER_BATCH);
                log.publish(batch.stream().map(Footprints::record).toList());
                sent = all.subList(0, sent.size() + PER_BATCH);
            }
            assertThat(taken.get(60, TimeUnit.SECONDS))
                    .as("records that the second replica polled")
                    .isPositive();
            log.awaitTaken(FootprintTopic.NAME);
        } finally {
            replica.shutdownNow();
        }

        Tables tables = new Tables(database);
        assertThat(tables.number("SELECT count(*) FROM ledger WHERE source = 'urn:test:rebalance'"))
                .isEqualTo(sent.size());
        assertThat(tables.number("SELECT sum(activities) FROM rollup_minute r JOIN series s ON s.id = r.series_id"
                        + " WHERE project = 'rebalance'"))
                .isEqualTo(sent.size());
        assertThat(tables.number(
                        "SELECT sum(computed) - sum(reported) - sum(amended) - sum(duplicates) FROM reconciliation"))
                .isZero();
    }

    private static boolean isDoneWithin(Duration limit, Future<?> task) throws Exception {
        try {
            task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillAtWork) {
            return false;
        }
    }

    /** Polls some times, leaves the group, and only then writes the last poll: the owner does the same by then. */
    private long joinWriteAndLeave() {
        long count = 0;
        ConsumerRecords<byte[], byte[]> held = ConsumerRecords.empty();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", servers,
                        "group.id", "sillage-reporting",
                        "enable.auto.commit", "false",
                        "auto.offset.reset", "earliest",
                        "partition.assignment.strategy", CooperativeStickyAssignor.class.getName()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(FootprintTopic.NAME), new ConsumerRebalanceListener() {
                @Override
                public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                    storedOffsets.onPartitionsAssigned(consumer, partitions);
                }

                @Override
                public void onPartitionsRevoked(Collection<TopicPartition> partitions) {}
            });
            long end = System.nanoTime() + JOIN_LIMIT.toNanos();
            for (int polls = 0; polls < 4 && System.nanoTime() < end; ) {
                ConsumerRecords<byte[], byte[]> polled = consumer.poll(Duration.ofMillis(100));
                if (!polled.isEmpty()) {
                    polls++;
                    count += polled.count();
                    write(held);
                    held = polled;
                }
            }
        }
        write(held);
        return count;
    }

    private void write(ConsumerRecords<byte[], byte[]> polled) {
        if (!polled.isEmpty()) {
            intake.take("footprints", polled, record -> FootprintReading.read(record, GroupableLabels.NONE), store);
        }
    }
}
