package dev.sillage.reporting.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sillage.reporting.platform.Platform;
import dev.sillage.reporting.platform.Tables;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class ExactlyOnceTest {
    /** Counts its records in a table without any key: only the offsets keep it from counting twice. */
    private static final Store COUNTING = records -> ExactlyOnceTest::count;

    @Inject
    AgroalDataSource database;

    @Inject
    BatchTransaction transaction;

    @Inject
    Intake intake;

    @BeforeEach
    void makeTheTable() {
        Tables tables = new Tables(database);
        tables.change("CREATE TABLE IF NOT EXISTS effect (topic text, at bigint)");
        tables.change("GRANT SELECT, INSERT ON effect TO sillage_writer");
    }

    @Test
    void aPollThatIsStoredTwiceHasItsEffectOnce() throws SQLException {
        Poll poll = poll("twice", 0, 10);

        transaction.store(poll, COUNTING, Map.of());
        transaction.store(poll, COUNTING, Map.of());

        assertThat(counted("twice")).isEqualTo(10);
    }

    @Test
    void ofAPollThatIsPartlyStoredOnlyTheRestHasAnEffect() throws SQLException {
        transaction.store(poll("partly", 0, 10), COUNTING, Map.of());

        transaction.store(poll("partly", 4, 20), COUNTING, Map.of());

        assertThat(counted("partly")).isEqualTo(20);
    }

    @Test
    void aZombieThatReadTheOffsetsBeforeTheOwnerWroteIsRefused() throws Exception {
        CountDownLatch zombieHasRead = new CountDownLatch(1);
        CountDownLatch ownerHasWritten = new CountDownLatch(1);
        Store slow = records -> (connection, fresh) -> {
            zombieHasRead.countDown();
            await(ownerHasWritten);
            count(connection, fresh);
        };
        transaction.store(poll("zombie", 0, 1), COUNTING, Map.of());
        ExecutorService zombieThread = Executors.newSingleThreadExecutor();
        try {
            Future<?> zombie = zombieThread.submit(() -> {
                transaction.store(poll("zombie", 0, 10), slow, Map.of());
                return null;
            });
            await(zombieHasRead);
            transaction.store(poll("zombie", 0, 7), COUNTING, Map.of());
            ownerHasWritten.countDown();

            assertThatThrownBy(() -> zombie.get(30, TimeUnit.SECONDS)).hasRootCauseInstanceOf(FencedException.class);
        } finally {
            zombieThread.shutdownNow();
        }
        assertThat(counted("zombie")).isEqualTo(7);
    }

    @Test
    void recordsAfterAGapAreNotStored() {
        assertThatThrownBy(() -> transaction.store(poll("gap", 5, 10), COUNTING, Map.of()))
                .isInstanceOf(GapException.class);

        assertThat(counted("gap")).isZero();
    }

    @Test
    void aGapThatIsKnownToHoldNothingIsStepped() throws SQLException {
        transaction.store(poll("known-gap", 5, 10), COUNTING, Map.of(new TopicPartition("known-gap", 0), 0L));

        assertThat(counted("known-gap")).isEqualTo(5);
    }

    @Test
    void aRecordThatTheDatabaseRefusesCostsItselfOnly() {
        Store refusing = records -> (connection, fresh) -> {
            if (fresh.stream().anyMatch(record -> record.at().offset() == 6 && !(record instanceof DeadLetter))) {
                throw new SQLException("value too long", "22001");
            }
            count(connection, fresh);
        };
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> records = Map.of(
                new TopicPartition("refused", 0),
                LongStream.range(0, 10)
                        .mapToObj(offset -> new ConsumerRecord<byte[], byte[]>("refused", 0, offset, null, null))
                        .toList());

        intake.take(
                "footprints",
                new ConsumerRecords<>(records, Map.of()),
                record -> new Numbered(LogPosition.of(record)),
                refusing);

        assertThat(counted("refused")).isEqualTo(10);
        assertThat(new Tables(database).number("SELECT next_offset FROM consumer_offset WHERE topic = 'refused'"))
                .isEqualTo(10);
    }

    private static Poll poll(String topic, long from, long to) {
        return Poll.of(
                new ConsumerRecords<>(
                        Map.of(
                                new TopicPartition(topic, 0),
                                LongStream.range(from, to)
                                        .mapToObj(offset ->
                                                new ConsumerRecord<byte[], byte[]>(topic, 0, offset, null, null))
                                        .toList()),
                        Map.of()),
                record -> new Numbered(LogPosition.of(record)));
    }

    private static void count(Connection connection, List<Received> records) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Received record : records) {
                statement.executeUpdate("INSERT INTO effect VALUES ('"
                        + record.at().topic() + "', " + record.at().offset() + ")");
            }
        }
    }

    private long counted(String topic) {
        return new Tables(database).number("SELECT count(*) FROM effect WHERE topic = '" + topic + "'");
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("waited too long");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A record that only has a place. */
    private record Numbered(LogPosition at) implements Received {}
}
