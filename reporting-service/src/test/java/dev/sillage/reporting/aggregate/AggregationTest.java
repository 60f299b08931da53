package dev.sillage.reporting.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.FootprintEvent;
import dev.sillage.footprint.FootprintTopic;
import dev.sillage.reporting.platform.Footprints;
import dev.sillage.reporting.platform.Log;
import dev.sillage.reporting.platform.Platform;
import dev.sillage.reporting.platform.Samples;
import dev.sillage.reporting.platform.Sums;
import dev.sillage.reporting.platform.Tables;
import dev.sillage.reporting.schema.FigureColumns;
import dev.sillage.reporting.schema.Rollup;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class AggregationTest {
    private static final Instant START = Instant.parse("2026-02-27T21:17:05.123456Z");
    private static final List<String> COUNTS = List.of("computed", "reported", "duplicates", "recomputed");

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    private Log log;
    private Tables tables;
    private List<Long> countsBefore;

    @BeforeEach
    void connect() {
        log = new Log(servers, database);
        tables = new Tables(database);
        countsBefore = counts();
    }

    @AfterEach
    void disconnect() {
        log.close();
    }

    @Test
    void sumsOfLedgerMinutesHoursDaysAndMonthsEqualTheSumOfWhatWasSentToTheLastDigit() {
        List<FootprintEvent> sent = Samples.over("sums", 3000, START, Duration.ofHours(50));

        send(records(sent));

        Sums expected = Sums.of(sent);
        for (Criterion criterion : Criterion.values()) {
            for (int bound = 0; bound < 3; bound++) {
                String column = FigureColumns.BOUNDS.get(FigureColumns.firstBound(criterion) + bound);
                BigDecimal sum = expected.bound(criterion, bound);
                assertThat(ofLedger("sum(" + column + ")", "sums")).as(column).isEqualByComparingTo(sum);
                for (Rollup rollup : Rollup.values()) {
                    assertThat(ofRollup(rollup, "sum(" + column + ")", "sums"))
                            .as(rollup.table() + "." + column)
                            .isEqualByComparingTo(sum);
                }
            }
            long having = sent.stream()
                    .filter(f -> f.figures().containsKey(criterion))
                    .count();
            for (Rollup rollup : Rollup.values()) {
                assertThat(ofRollup(rollup, "sum(" + FigureColumns.activities(criterion) + ")", "sums"))
                        .isEqualByComparingTo(BigDecimal.valueOf(having));
            }
        }
    }

    @Test
    void aCriterionWithoutDataIsNullInTheLedgerAndNotCounted() {
        send(List.of(Footprints.record(Footprints.prompt("one", START, "absent"))));

        assertThat(ofLedger("count(adpe_central)", "absent")).isZero();
        assertThat(ofRollup(Rollup.DAY, "sum(adpe_activities)", "absent")).isZero();
        assertThat(ofRollup(Rollup.DAY, "sum(energy_activities)", "absent")).isOne();
    }

    @Test
    void anActivityThatWasSentTwiceCountsOnceAndIsADuplicate() {
        FootprintEvent footprint = Footprints.prompt("twice", START, "duplicates");

        send(List.of(Footprints.record(footprint), Footprints.record(footprint)));
        send(List.of(Footprints.record(footprint)));

        assertThat(ofLedger("count(*)", "duplicates")).isOne();
        assertThat(ofRollup(Rollup.MINUTE, "sum(activities)", "duplicates")).isOne();
        assertThat(countsSince()).containsExactly(3L, 1L, 2L, 0L);
    }

    @Test
    void amongCopiesWhatIsNewIsCountedAndWhatDiffersIsAConflict() {
        List<FootprintEvent> before = Samples.over("copies", 50, START, Duration.ofHours(1));
        FootprintEvent unheard = Footprints.prompt("unheard", START, "copies");
        FootprintEvent other = Footprints.prompt("unheard", START.plus(Duration.ofDays(1)), "copies");
        send(records(before));
        send(records(before));
        List<FootprintEvent> mixed = new ArrayList<>(before);
        mixed.addAll(List.of(unheard, other));

        send(records(mixed));

        assertThat(ofLedger("count(*)", "copies")).isEqualByComparingTo("51");
        assertThat(ofRollup(Rollup.MINUTE, "sum(activities)", "copies")).isEqualByComparingTo("51");
        assertThat(tables.number("SELECT times FROM identity_conflict WHERE source = 'urn:test:copies'"))
                .isOne();
        assertThat(countsSince()).containsExactly(152L, 51L, 101L, 0L);
    }

    @Test
    void anotherActivityUnderTheSameIdIsAConflictAndNotCounted() {
        FootprintEvent counted = Footprints.prompt("reused", START, "conflict");
        FootprintEvent later = Footprints.prompt("reused", START.plus(Duration.ofDays(40)), "conflict");

        send(List.of(Footprints.record(counted), Footprints.record(later)));
        send(List.of(Footprints.record(later), Footprints.record(counted)));

        assertThat(ofLedger("count(*)", "conflict")).isOne();
        assertThat(ofRollup(Rollup.MONTH, "sum(activities)", "conflict")).isOne();
        assertThat(tables.number("SELECT times FROM identity_conflict WHERE source = 'urn:test:conflict'"))
                .isEqualTo(2);
        assertThat(tables.text("SELECT counted_at || ' ' || occurred_at FROM identity_conflict"
                        + " WHERE source = 'urn:test:conflict'"))
                .isEqualTo(tables.text(
                        "SELECT '" + counted.time() + "'::timestamptz || ' ' || '" + later.time() + "'::timestamptz"));
        assertThat(countsSince()).containsExactly(4L, 1L, 3L, 0L);
    }

    @Test
    void eachMonthHasAPartitionAndADayOfTheReportIsThatOfTheLedger() {
        List<FootprintEvent> sent = List.of(
                Footprints.prompt("old", Instant.parse("2021-02-28T23:59:59.999999Z"), "months"),
                Footprints.prompt("new", Instant.parse("2021-03-01T00:00:00Z"), "months"),
                Footprints.prompt("before-all-partitions", Instant.parse("1999-12-31T12:00:00Z"), "months"));

        send(records(sent));

        assertThat(tables.text("SELECT string_agg(tableoid::regclass::text, ' ' ORDER BY occurred_at) FROM ledger"
                        + " WHERE source = 'urn:test:months'"))
                .isEqualTo("ledger_keep_0_else ledger_keep_0_202102 ledger_keep_0_202103");
        assertThat(tables.number("SELECT count(*) FROM rollup_day d JOIN series s ON s.id = d.series_id"
                        + " WHERE s.project = 'months' AND d.reported_on IN (SELECT (recorded_at AT TIME ZONE 'UTC')::date"
                        + " FROM ledger WHERE source = 'urn:test:months')"))
                .isEqualTo(3);
    }

    @Test
    void anActivityThatWasComputedAgainAfterACrashCountsOnceAndIsNoDuplicate() {
        List<ProducerRecord<byte[], byte[]>> records =
                records(Samples.over("recomputed", 200, START, Duration.ofHours(1)));

        send(records);
        send(records.subList(50, 200));

        assertThat(ofLedger("count(*)", "recomputed")).isEqualByComparingTo("200");
        assertThat(countsSince()).containsExactly(200L, 200L, 0L, 150L);
    }

    @Test
    void readingTheWholeTopicAgainChangesNoFigure() {
        send(records(Samples.over("replay", 500, START, Duration.ofHours(3))));
        BigDecimal energy = tables.decimal("SELECT sum(energy_high) FROM rollup_day");
        long reported = counts().get(1);

        tables.change("UPDATE consumer_offset SET next_offset = 0 WHERE topic = 'sillage.footprints'");
        // Read on from where Kafka is, the consumer sees that records before are missing, and goes back.
        send(records(Samples.over("after-replay", 200, START, Duration.ofHours(3))));

        BigDecimal added = ofRollup(Rollup.DAY, "sum(energy_high)", "after-replay");
        assertThat(tables.decimal("SELECT sum(energy_high) FROM rollup_day")).isEqualByComparingTo(energy.add(added));
        assertThat(counts().get(1)).isEqualTo(reported + 200);
    }

    @Test
    void anOldActivityThatIsNewInTheLedgerIsReportedAndItsDeadLetterRecovered() {
        FootprintEvent footprint = Footprints.prompt("late", START, "recovered");
        int partition = Footprints.partition(footprint.activity());
        tables.change("INSERT INTO origin_progress VALUES (" + partition + ", " + partition
                + ", 7, 'sillage.footprints') ON CONFLICT DO NOTHING");
        tables.change("INSERT INTO dead_letter (stage, origin_topic, origin_partition, origin_offset, tenant, reason,"
                + " detail) VALUES ('calculation', 'sillage.activities', " + partition + ", 0, 'local', 'x', 'y')");
        send(List.of(Footprints.record(footprint, "sillage.activities/" + partition + "/0")));

        assertThat(countsSince().subList(0, 2)).containsExactly(1L, 1L);
        assertThat(tables.number("SELECT count(*) FROM dead_letter WHERE origin_partition = " + partition
                        + " AND origin_offset = 0 AND recovered_at IS NOT NULL"))
                .isOne();
    }

    @Test
    void aDeadLetterAheadOfAllFootprintsIsRecoveredWhenItsActivityIsComputedAfterAll() {
        FootprintEvent footprint = Footprints.prompt("ahead", START, "recovered-ahead");
        ProducerRecord<byte[], byte[]> record = Footprints.record(footprint);
        int partition = Footprints.partition(footprint.activity());
        String origin = Footprints.originOf(record);
        String offset = origin.substring(origin.lastIndexOf('/') + 1);
        tables.change("INSERT INTO dead_letter (stage, origin_topic, origin_partition, origin_offset, tenant, reason,"
                + " detail) VALUES ('calculation', 'sillage.activities', " + partition + ", " + offset
                + ", 'local', 'x', 'y')");

        send(List.of(record));

        assertThat(countsSince().subList(0, 2)).containsExactly(1L, 1L);
        assertThat(tables.number("SELECT count(*) FROM dead_letter WHERE origin_partition = " + partition
                        + " AND origin_offset = " + offset + " AND recovered_at IS NOT NULL"))
                .isOne();
    }

    @Test
    void onePoisonRecordInAThousandCostsItselfOnly() {
        List<ProducerRecord<byte[], byte[]>> records =
                new ArrayList<>(records(Samples.over("poison", 999, START, Duration.ofHours(1))));
        ProducerRecord<byte[], byte[]> good = Footprints.record(Footprints.prompt("poisoned", START, "poison"));
        byte[] cut = new String(good.value(), StandardCharsets.UTF_8)
                .substring(0, 200)
                .getBytes(StandardCharsets.UTF_8);
        records.add(500, new ProducerRecord<>(good.topic(), null, good.key(), cut, good.headers()));
        long before = tables.number("SELECT count(*) FROM dead_letter WHERE stage = 'reporting'");

        send(records);

        assertThat(ofLedger("count(*)", "poison")).isEqualByComparingTo("999");
        assertThat(tables.number("SELECT count(*) FROM dead_letter WHERE stage = 'reporting'"))
                .isEqualTo(before + 1);
        assertThat(tables.number("SELECT count(*) FROM dead_letter WHERE reason = 'not-json' AND tenant = 'local'"))
                .isPositive();
    }

    @Test
    void aFootprintWithoutOriginIsReportedOnceAndNeverADuplicate() {
        FootprintEvent footprint = Footprints.prompt("no-origin", START, "no-origin");
        ProducerRecord<byte[], byte[]> record = Footprints.record(footprint);
        record.headers().remove(FootprintTopic.HEADER_ORIGIN);

        send(List.of(record, record));

        assertThat(countsSince()).containsExactly(1L, 1L, 0L, 1L);
    }

    private void send(List<ProducerRecord<byte[], byte[]>> records) {
        log.publish(records);
        log.awaitTaken(FootprintTopic.NAME);
    }

    private static List<ProducerRecord<byte[], byte[]>> records(List<FootprintEvent> footprints) {
        return footprints.stream().map(Footprints::record).toList();
    }

    private BigDecimal ofLedger(String expression, String test) {
        return tables.decimal("SELECT " + expression + " FROM ledger WHERE source = 'urn:test:" + test + "'");
    }

    private BigDecimal ofRollup(Rollup rollup, String expression, String test) {
        return tables.decimal("SELECT " + expression + " FROM " + rollup.table()
                + " r JOIN series s ON s.id = r.series_id WHERE s.project = '" + test + "'");
    }

    private List<Long> counts() {
        return COUNTS.stream()
                .map(count -> tables.number("SELECT coalesce(sum(" + count + "), 0) FROM reconciliation"))
                .toList();
    }

    private List<Long> countsSince() {
        List<Long> now = counts();
        List<Long> since = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            since.add(now.get(i) - countsBefore.get(i));
        }
        return since;
    }
}
