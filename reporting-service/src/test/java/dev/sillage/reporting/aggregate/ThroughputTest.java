package dev.sillage.reporting.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.footprint.FootprintEvent;
import dev.sillage.reporting.intake.Intake;
import dev.sillage.reporting.label.GroupableLabels;
import dev.sillage.reporting.platform.Database;
import dev.sillage.reporting.platform.Footprints;
import dev.sillage.reporting.platform.Platform;
import dev.sillage.reporting.platform.Samples;
import dev.sillage.reporting.platform.Tables;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How many footprints a second one consumer puts into ledger and rollups, from bytes to commit; without the time to
 * fetch them. Run it with {@code -Dsillage.throughput=300000}.
 */
@QuarkusTest
@QuarkusTestResource(Platform.class)
@EnabledIfSystemProperty(named = "sillage.throughput", matches = "\\d+")
class ThroughputTest {
    private static final Logger LOG = Logger.getLogger(ThroughputTest.class);
    private static final int PER_POLL = 5000;
    private static final int WARM_UP_POLLS = 10;
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final TopicPartition PARTITION = new TopicPartition("throughput", 0);

    @Inject
    AgroalDataSource database;

    @Inject
    Intake intake;

    @Inject
    FootprintStore store;

    @ConfigProperty(name = "sillage.test.database.directory")
    Path directory;

    @Test
    void footprintsPerSecondAndProcessorTimePerFootprint() {
        int count = Integer.getInteger("sillage.throughput");
        List<ConsumerRecords<byte[], byte[]>> polls = polls(count + WARM_UP_POLLS * PER_POLL);
        polls.subList(0, WARM_UP_POLLS).forEach(this::take);

        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Duration databaseCpu = Database.processorTime(directory);
        long wall = System.nanoTime();
        polls.subList(WARM_UP_POLLS, polls.size()).forEach(this::take);
        double seconds = (System.nanoTime() - wall) / 1e9;
        double cpuMicros = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e3;
        double databaseMicros =
                Database.processorTime(directory).minus(databaseCpu).toNanos() / 1e3;

        LOG.warnf(
                "%d footprints in %.1f s: %.0f/s; processor time each: %.1f us here, %.1f us in PostgreSQL",
                count, seconds, count / seconds, cpuMicros / count, databaseMicros / count);
        assertThat(new Tables(database).number("SELECT count(*) FROM ledger WHERE source = 'urn:test:throughput'"))
                .isEqualTo(count + (long) WARM_UP_POLLS * PER_POLL);
    }

    private void take(ConsumerRecords<byte[], byte[]> poll) {
        intake.take("footprints", poll, record -> FootprintReading.read(record, GroupableLabels.NONE), store);
    }

    /** All of them within two hours, four teams, all criteria in half of them. */
    private static List<ConsumerRecords<byte[], byte[]>> polls(int count) {
        List<FootprintEvent> footprints = Samples.over("throughput", count, START, Duration.ofHours(2));
        footprints.sort((a, b) -> a.time().compareTo(b.time()));
        List<ConsumerRecords<byte[], byte[]>> polls = new ArrayList<>();
        for (int first = 0; first < count; first += PER_POLL) {
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            for (int offset = first; offset < first + PER_POLL; offset++) {
                records.add(consumed(Footprints.record(footprints.get(offset), offset), offset));
            }
            polls.add(new ConsumerRecords<>(Map.of(PARTITION, records), Map.of()));
        }
        return polls;
    }

    private static ConsumerRecord<byte[], byte[]> consumed(ProducerRecord<byte[], byte[]> record, long offset) {
        return new ConsumerRecord<>(
                PARTITION.topic(),
                PARTITION.partition(),
                offset,
                0,
                TimestampType.CREATE_TIME,
                record.key().length,
                record.value().length,
                record.key(),
                record.value(),
                record.headers(),
                Optional.empty());
    }
}
