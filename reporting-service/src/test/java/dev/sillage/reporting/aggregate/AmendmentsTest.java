package dev.sillage.reporting.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.Figure;
import dev.sillage.footprint.FootprintEvent;
import dev.sillage.footprint.FootprintTopic;
import dev.sillage.reporting.platform.Footprints;
import dev.sillage.reporting.platform.Log;
import dev.sillage.reporting.platform.Platform;
import dev.sillage.reporting.platform.Tables;
import dev.sillage.reporting.schema.Rollup;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class AmendmentsTest {
    private static final Instant TIME = Instant.parse("2026-05-31T23:59:30Z");
    private static final Instant ACCEPTED = Instant.parse("2026-06-01T00:00:10Z");

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    private Log log;
    private Tables tables;

    @BeforeEach
    void connect() {
        log = new Log(servers, database);
        tables = new Tables(database);
    }

    @AfterEach
    void disconnect() {
        log.close();
    }

    @Test
    void aCorrectionTakesThePlaceOfTheFiguresAndMovesEveryRollupByTheDifference() {
        FootprintEvent wrong = footprint("correct", TIME, 3);
        FootprintEvent right = footprint("correct", TIME.plus(Duration.ofMinutes(5)), 2);

        send(List.of(Footprints.record(wrong), Footprints.record(footprint("correct", "other", TIME, 10))));
        send(List.of(Footprints.correction(right, "c1", ACCEPTED)));

        assertThat(kwhOfEachTable("correct")).containsOnly(new BigDecimal("12"));
        assertThat(tables.number("SELECT activities FROM rollup_month r JOIN series s ON s.id = r.series_id"
                        + " WHERE s.project = 'correct' AND bucket = '2026-06-01T00:00:00Z'"))
                .isOne();
        assertThat(tables.decimal("SELECT energy_central FROM ledger_superseded p JOIN series s ON s.id = p.series_id"
                        + " WHERE s.project = 'correct'"))
                .isEqualByComparingTo("3");
    }

    @Test
    void aRetractedActivityIsOutOfTheReportAndACopyOfItStaysOut() {
        FootprintEvent footprint = footprint("retract", TIME, 3);

        send(List.of(Footprints.record(footprint)));
        send(List.of(Footprints.retraction(footprint.activity(), "r1", ACCEPTED), Footprints.record(footprint)));

        assertThat(kwhOfEachTable("retract")).containsOnly(BigDecimal.ZERO);
        assertThat(tables.number("SELECT count(*) FROM ledger WHERE source = 'urn:test:retract'"))
                .isZero();
    }

    @Test
    void ofSeveralCorrectionsTheLastAcceptedCountsInWhateverOrderAndHoweverOftenTheyCome() {
        FootprintEvent sent = footprint("order", TIME, 3);
        ProducerRecord<byte[], byte[]> first = Footprints.correction(footprint("order", TIME, 5), "c1", ACCEPTED);
        ProducerRecord<byte[], byte[]> second =
                Footprints.correction(footprint("order", TIME, 7), "c2", ACCEPTED.plusSeconds(1));
        ProducerRecord<byte[], byte[]> copyOfFirst =
                Footprints.correction(footprint("order", TIME, 5), "c1", ACCEPTED.plusSeconds(9));

        send(List.of(second, Footprints.record(sent)));
        send(List.of(first, copyOfFirst, Footprints.record(sent)));

        assertThat(kwhOfEachTable("order")).containsOnly(new BigDecimal("7"));
    }

    @Test
    void aCorrectionBeforeItsActivityStandsInForIt() {
        FootprintEvent late = footprint("early", TIME, 3);

        send(List.of(Footprints.correction(footprint("early", TIME, 5), "c1", ACCEPTED)));
        send(List.of(Footprints.record(late)));

        assertThat(kwhOfEachTable("early")).containsOnly(new BigDecimal("5"));
        assertThat(tables.number("SELECT count(*) FROM identity_conflict WHERE source = 'urn:test:early'"))
                .isZero();
    }

    @Test
    void whatWasReportedOnADayIsTheSumOfTheDaysOfTheReportUntilThen() {
        FootprintEvent wrong = footprint("as-of", TIME, 3);
        send(List.of(Footprints.record(wrong)));
        tables.change("UPDATE rollup_day SET reported_on = '2026-06-02' WHERE series_id IN"
                + " (SELECT id FROM series WHERE project = 'as-of')");

        send(List.of(Footprints.correction(footprint("as-of", TIME, 2), "c1", ACCEPTED)));

        assertThat(asOf("2026-06-01")).isNull();
        assertThat(asOf("2026-06-02")).isEqualByComparingTo("3");
        assertThat(asOf("2100-01-01")).isEqualByComparingTo("2");
    }

    private BigDecimal asOf(String day) {
        return tables.decimal("SELECT sum(energy_central) FROM rollup_day r JOIN series s ON s.id = r.series_id"
                + " WHERE s.project = 'as-of' AND reported_on <= '" + day + "'");
    }

    private List<BigDecimal> kwhOfEachTable(String project) {
        BigDecimal ledger = tables.decimal("SELECT coalesce(sum(energy_central), 0) FROM ledger l JOIN series s"
                + " ON s.id = l.series_id WHERE s.project = '" + project + "'");
        List<BigDecimal> sums = new ArrayList<>(List.of(ledger.stripTrailingZeros()));
        for (Rollup rollup : Rollup.values()) {
            sums.add(tables.decimal("SELECT sum(energy_central) FROM " + rollup.table()
                            + " r JOIN series s ON s.id = r.series_id WHERE s.project = '" + project + "'")
                    .stripTrailingZeros());
        }
        return sums;
    }

    private void send(List<ProducerRecord<byte[], byte[]>> records) {
        log.publish(records);
        log.awaitTaken(FootprintTopic.NAME);
    }

    private static FootprintEvent footprint(String project, Instant time, double kwh) {
        return footprint(project, "one", time, kwh);
    }

    private static FootprintEvent footprint(String project, String id, Instant time, double kwh) {
        return Footprints.of(
                project, id, time, Map.of("project", project), Map.of(Criterion.ENERGY, Figure.rounded(0, kwh, 100)));
    }
}
