package dev.sillage.reporting.reconcile;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.sillage.activity.AcceptedCount;
import dev.sillage.activity.AcceptedTopic;
import dev.sillage.activity.ActivityTopic;
import dev.sillage.activity.Incarnation;
import dev.sillage.footprint.AvoidanceTopic;
import dev.sillage.footprint.FootprintEvent;
import dev.sillage.footprint.FootprintTopic;
import dev.sillage.reporting.platform.Accepted;
import dev.sillage.reporting.platform.Avoidances;
import dev.sillage.reporting.platform.Footprints;
import dev.sillage.reporting.platform.Log;
import dev.sillage.reporting.platform.Platform;
import dev.sillage.reporting.platform.Tables;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each test has an hour of its own, counted by an incarnation of its own. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class HoursTest {
    private static final String TENANT = Footprints.TENANT;
    private static final long FIRST_DEAD_LETTER = 5_000_000;
    private static final String UNBALANCED = "{state=\"unbalanced\",tenant=\"local\"}";
    private static int next = 5;

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    private final String incarnation = UUID.randomUUID().toString();
    private final Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(next++, ChronoUnit.HOURS);
    private Log log;

    @BeforeEach
    void countedFromTheFirstHourOn() {
        log = new Log(servers, database);
        taken();
        new Tables(database).change("TRUNCATE reconciliation_hour, accepted_count, ingestion_incarnation");
        log.publish(Accepted.incarnation(
                new Incarnation(incarnation, hour.minus(1, ChronoUnit.DAYS), Instant.now(), Incarnation.State.ENDED)));
    }

    @AfterEach
    void forgetDeadLetters() {
        new Tables(database).change("DELETE FROM dead_letter WHERE origin_offset > " + FIRST_DEAD_LETTER);
        log.close();
    }

    @Test
    void whatIsReportedTwiceCorrectedSetAsideOrAvoidedAddsUpToWhatWasAccepted() {
        FootprintEvent first = footprint("mix-1");
        FootprintEvent second = footprint("mix-2");
        FootprintEvent other = Footprints.of(
                "hours", first.activity().id(), first.time().minusSeconds(7), first.labels(), first.figures());

        log.publish(List.of(
                Footprints.record(first),
                Footprints.record(second),
                Footprints.record(first),
                Footprints.record(other),
                Footprints.correction(second, "c-" + incarnation, second.acceptedAt()),
                Footprints.retraction(first.activity(), "r-" + incarnation, first.acceptedAt()),
                Avoidances.record(
                        TENANT,
                        "avoided-" + incarnation,
                        first.acceptedAt(),
                        "logistics",
                        "1",
                        "12",
                        "sillage.activities/1/" + Instant.now().toEpochMilli()),
                deadLetter("dead-" + incarnation, 1)));
        log.publish(Accepted.count(new AcceptedCount(incarnation, 0, TENANT, hour, 8, 3, 0, true)));
        taken();

        hours().body("hours", hasSize(1))
                .body("hours[0].hour", equalTo(hour.toString()))
                .body("hours[0].accepted", equalTo(8))
                .body("hours[0].refused", equalTo(3))
                .body("hours[0].computed", equalTo(7))
                .body("hours[0].reported", equalTo(3))
                .body("hours[0].duplicates", equalTo(2))
                .body("hours[0].amended", equalTo(2))
                .body("hours[0].conflicts", equalTo(1))
                .body("hours[0].deadLettered", equalTo(1))
                .body("hours[0].late", equalTo(0))
                .body("hours[0].difference", equalTo(0))
                .body("hours[0].state", equalTo("balanced"));
    }

    @Test
    void countsThatAreToldAgainAndReadAgainCountOnce() {
        log.publish(Footprints.record(footprint("again")));
        ProducerRecord<byte[], byte[]> count = Accepted.count(incarnation, TENANT, hour, 1);

        log.publish(List.of(count, count));
        log.publish(count);
        taken();

        hours().body("hours[0].accepted", equalTo(1)).body("hours[0].state", equalTo("balanced"));
    }

    @Test
    void severalReplicasAndSeveralCountsOfOneAddUp() {
        log.publish(List.of(
                Footprints.record(footprint("sum-1")),
                Footprints.record(footprint("sum-2")),
                Footprints.record(footprint("sum-3"))));

        log.publish(List.of(
                Accepted.count(incarnation, TENANT, hour, 1),
                Accepted.count(new AcceptedCount(incarnation, 1, TENANT, hour, 1, 0, 0, true)),
                Accepted.count(UUID.randomUUID().toString(), TENANT, hour, 1)));
        taken();

        hours().body("hours[0].accepted", equalTo(3)).body("hours[0].state", equalTo("balanced"));
    }

    @Test
    void aFootprintThatIsMissingIsADifferenceAndMovesTheGauge() {
        log.publish(Footprints.record(footprint("kept")));

        log.publish(Accepted.count(incarnation, TENANT, hour, 2));
        taken();

        hours().body("hours[0].difference", equalTo(1)).body("hours[0].state", equalTo("unbalanced"));
        awaitMetrics(metrics -> metrics.contains("sillage_reconciliation_hours" + UNBALANCED + " 1.0")
                && metrics.contains("sillage_reconciliation_hours_difference" + UNBALANCED + " 1.0"));
        log.publish(Footprints.record(footprint("found")));
        awaitMetrics(metrics -> !metrics.contains("sillage_reconciliation_hours" + UNBALANCED)
                && metrics.contains("sillage_reconciliation_hours{state=\"unbalanced\",tenant=\"(others)\"} 0.0"));
    }

    @Test
    void whatWasCountedAndIsMissingIsADifferenceAlsoWhenAReplicaWasKilled() {
        killed(hour.plus(Duration.ofMinutes(30)));

        log.publish(Accepted.count(incarnation, TENANT, hour, 1));
        taken();

        hours().body("hours[0].difference", equalTo(1)).body("hours[0].state", equalTo("unbalanced"));
    }

    @Test
    void afterAReplicaWasKilledItsLastHourIsUnconfirmedAndNothingCountsAsLost() {
        log.publish(List.of(Footprints.record(footprint("killed-1")), Footprints.record(footprint("killed-2"))));
        killed(hour.plus(Duration.ofMinutes(30)));

        log.publish(Accepted.count(new AcceptedCount("killed-" + incarnation, 0, TENANT, hour, 1, 0, 0, false)));
        taken();

        hours().body("hours[0].difference", equalTo(-1)).body("hours[0].state", equalTo("unconfirmed"));
    }

    @Test
    void afterAReplicaWasKilledBeforeItToldAnyCountItsHourIsUnconfirmed() {
        log.publish(Footprints.record(footprint("killed-early")));

        killed(hour.plus(Duration.ofMinutes(30)));
        taken();

        hours().body("hours[0].accepted", equalTo(0)).body("hours[0].state", equalTo("unconfirmed"));
    }

    @Test
    void afterAReplicaWasKilledTheOtherHoursAreConfirmed() {
        log.publish(Footprints.record(footprint("other-hour")));
        killed(hour.minus(Duration.ofMinutes(30)));

        log.publish(Accepted.count(incarnation, TENANT, hour, 1));
        taken();

        hours().body("hours[0].state", equalTo("balanced"));
    }

    @Test
    void aReplicaThatEndedWithItsLastCountsLeavesNothingUnconfirmed() {
        log.publish(Footprints.record(footprint("ended")));
        killed(hour.plus(Duration.ofMinutes(30)));

        log.publish(Accepted.count(incarnation, TENANT, hour, 1));
        log.publish(Accepted.incarnation(new Incarnation(
                "killed-" + incarnation, hour, hour.plus(Duration.ofMinutes(31)), Incarnation.State.ENDED)));
        taken();

        hours().body("hours[0].state", equalTo("balanced"));
    }

    @Test
    void whatNobodySentIsADifferenceBelowZero() {
        log.publish(List.of(Footprints.record(footprint("sent")), Footprints.record(footprint("invented"))));

        log.publish(Accepted.count(incarnation, TENANT, hour, 1));
        taken();

        hours().body("hours[0].difference", equalTo(-1)).body("hours[0].state", equalTo("unbalanced"));
    }

    @Test
    void whatTheBrokerDidNotAnswerForMayBeThereOrNot() {
        log.publish(List.of(Footprints.record(footprint("answered")), Footprints.record(footprint("unanswered"))));

        log.publish(Accepted.count(new AcceptedCount(incarnation, 0, TENANT, hour, 1, 0, 2, true)));
        taken();

        hours().body("hours[0].uncertain", equalTo(2)).body("hours[0].state", equalTo("unconfirmed"));
    }

    @Test
    void anHourFromBeforeAnyReplicaCountedIsUnconfirmed() {
        taken();
        new Tables(database).change("DELETE FROM ingestion_incarnation");

        log.publish(Footprints.record(footprint("uncounted")));
        taken();

        hours().body("hours[0].state", equalTo("unconfirmed"));
    }

    @Test
    void theHourThatIsNotOverIsPending() {
        Instant current = Instant.now().truncatedTo(ChronoUnit.HOURS);

        log.publish(Accepted.count(incarnation, TENANT, current, 9));
        taken();

        when().get("/v1/reconciliation?from=" + current)
                .then()
                .statusCode(200)
                .body("hours[0].difference", equalTo(9))
                .body("hours[0].state", equalTo("pending"));
    }

    @Test
    void whatHadEndedLongBeforeItWasAcceptedIsLate() {
        FootprintEvent punctual = footprint("punctual");
        FootprintEvent late = acceptedAt(hour.plusSeconds(100), "late", hour.minus(61, ChronoUnit.MINUTES));

        log.publish(List.of(Footprints.record(punctual), Footprints.record(late), Footprints.record(late)));
        taken();

        hours().body("hours[0].reported", equalTo(2)).body("hours[0].late", equalTo(1));
    }

    @Test
    void anActivityThatWasGivenUpAndIsComputedAfterAllIsNoDeadLetterAnyMore() {
        FootprintEvent footprint = footprint("recovered");
        ProducerRecord<byte[], byte[]> record = Footprints.record(footprint);
        ProducerRecord<byte[], byte[]> letter = deadLetter("unused", 0);
        letter.headers().remove(FootprintTopic.HEADER_ORIGIN);
        letter.headers()
                .add(FootprintTopic.HEADER_ORIGIN, Footprints.originOf(record).getBytes(StandardCharsets.UTF_8));
        log.publish(letter);
        log.publish(letter);
        log.publish(Accepted.count(incarnation, TENANT, hour, 1));
        taken();
        hours().body("hours[0].deadLettered", equalTo(1)).body("hours[0].state", equalTo("balanced"));

        log.publish(List.of(record, record));
        taken();

        hours().body("hours[0].deadLettered", equalTo(0))
                .body("hours[0].reported", equalTo(1))
                .body("hours[0].recomputed", equalTo(1))
                .body("hours[0].state", equalTo("balanced"));
    }

    @Test
    void anotherTenantSeesNothing() {
        log.publish(Accepted.count(incarnation, "other", hour, 7));
        taken();

        hours().body("hours", empty());
    }

    @Test
    void aRecordThatIsNoCountCostsOnlyItself() {
        log.publish(List.of(
                Accepted.record("bad-1", AcceptedTopic.TYPE_COUNT, "{\"incarnation\":\"x\"}"),
                Accepted.record("bad-2", AcceptedTopic.TYPE_COUNT, "not JSON"),
                Accepted.record("bad-3", "dev.example.other", "{}"),
                Accepted.record("bad-4", AcceptedTopic.TYPE_INCARNATION, "{\"id\":\"x\",\"state\":\"asleep\"}"),
                new ProducerRecord<>(AcceptedTopic.NAME, new byte[] {1}, null),
                Accepted.count(incarnation, TENANT, hour, 4)));
        taken();

        hours().body("hours[0].accepted", equalTo(4));
        new Tables(database).change("DELETE FROM dead_letter WHERE origin_topic = '" + AcceptedTopic.NAME + "'");
    }

    @Test
    void withoutARangeTheAnswerHasNoHours() {
        when().get("/v1/reconciliation").then().statusCode(200).body("hours", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "from=yesterday,                                            invalid-parameter",
        "from=2026-11-02&to=2026-11-01,                             invalid-parameter",
        "from=2026-11-01&from=2026-11-02,                           invalid-parameter",
        "from=2026-01-01&to=2026-03-01,                             too-many-points",
        "tenant=other,                                              unknown-parameter",
    })
    void aBadRangeIsAProblemThatSaysHowToMendIt(String query, String problem) {
        when().get("/v1/reconciliation?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + problem))
                .body("detail", not(nullValue()));
    }

    /** A footprint of an activity of this hour. */
    private FootprintEvent footprint(String id) {
        return acceptedAt(hour.plusSeconds(100), id, hour.plusSeconds(99));
    }

    private FootprintEvent acceptedAt(Instant acceptedAt, String id, Instant time) {
        FootprintEvent plain = Footprints.prompt(id + "-" + incarnation, time, "hours");
        return new FootprintEvent(
                plain.activity(),
                plain.kind(),
                time,
                acceptedAt,
                null,
                plain.labels(),
                plain.provider(),
                plain.model(),
                plain.zone(),
                plain.figures(),
                plain.methodology(),
                plain.factorSet(),
                plain.tier(),
                plain.warnings(),
                null,
                null);
    }

    private ProducerRecord<byte[], byte[]> deadLetter(String id, int partition) {
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(
                FootprintTopic.DEAD_LETTERS, id.getBytes(StandardCharsets.UTF_8), new byte[] {'{', '}'});
        List.of(
                        List.of(FootprintTopic.HEADER_TENANT, TENANT),
                        List.of(
                                ActivityTopic.HEADER_ACCEPTED_AT,
                                hour.plusSeconds(5).toString()),
                        List.of(FootprintTopic.HEADER_REASON, "kind-not-computed"),
                        List.of(
                                FootprintTopic.HEADER_ORIGIN,
                                "sillage.activities/" + partition + "/" + (FIRST_DEAD_LETTER + next)))
                .forEach(header ->
                        letter.headers().add(header.get(0), header.get(1).getBytes(StandardCharsets.UTF_8)));
        return letter;
    }

    /** Another replica that was heard of last at that time, and never said that it ended. */
    private void killed(Instant at) {
        log.publish(Accepted.incarnation(
                new Incarnation("killed-" + incarnation, hour.minusSeconds(7200), at, Incarnation.State.COUNTING)));
    }

    private static void awaitMetrics(Predicate<String> condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .until(() -> condition.test(when().get("/q/metrics")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString()));
    }

    private void taken() {
        log.awaitTaken(FootprintTopic.NAME);
        log.awaitTaken(AvoidanceTopic.NAME);
        log.awaitTaken(FootprintTopic.DEAD_LETTERS);
        log.awaitTaken(AcceptedTopic.NAME);
    }

    private ValidatableResponse hours() {
        return when().get("/v1/reconciliation?from=" + hour + "&to=" + hour.plus(1, ChronoUnit.HOURS))
                .then()
                .statusCode(200);
    }
}
