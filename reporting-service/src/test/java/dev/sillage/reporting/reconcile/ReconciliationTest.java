package dev.sillage.reporting.reconcile;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.sillage.footprint.FootprintEvent;
import dev.sillage.footprint.FootprintTopic;
import dev.sillage.reporting.platform.Footprints;
import dev.sillage.reporting.platform.Log;
import dev.sillage.reporting.platform.Platform;
import dev.sillage.reporting.platform.Samples;
import dev.sillage.reporting.platform.Tables;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each test starts from no activities at all; nothing else in the tests publishes any. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class ReconciliationTest {
    private static final Instant START = Instant.parse("2026-05-02T08:00:00Z");

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    private Log log;

    @BeforeEach
    void forgetEverything() {
        log = new Log(servers, database);
        log.awaitTaken(FootprintTopic.NAME);
        log.awaitTaken(FootprintTopic.DEAD_LETTERS);
        log.makeAnew("sillage.activities");
        new Tables(database)
                .change(
                        "TRUNCATE identity, ledger, rollup_minute, rollup_hour, rollup_day, rollup_month, origin_progress, reconciliation,"
                                + " dead_letter");
    }

    @AfterEach
    void disconnect() {
        log.close();
    }

    @Test
    void everythingIsBalancedWhenEachActivityIsReportedADuplicateOrDeadLettered() {
        List<FootprintEvent> activities = Samples.over("balanced", 300, START, Duration.ofHours(1));
        List<ProducerRecord<byte[], byte[]>> footprints = accept(activities);
        List<ProducerRecord<byte[], byte[]>> again = accept(activities.subList(0, 20));
        List<ProducerRecord<byte[], byte[]>> uncomputable = accept(Samples.over("lost", 7, START, Duration.ofHours(1)));

        log.publish(footprints);
        log.publish(again);
        log.publish(footprints.subList(100, 150));
        log.publish(uncomputable.stream().map(ReconciliationTest::deadLetter).toList());
        log.publish(uncomputable.stream().map(ReconciliationTest::deadLetter).toList());
        taken();

        answer().body("accepted", equalTo(327))
                .body("computed", equalTo(320))
                .body("reported", equalTo(300))
                .body("duplicates", equalTo(20))
                .body("recomputed", equalTo(50))
                .body("deadLettered", equalTo(7))
                .body("inFlight.calculation", equalTo(0))
                .body("inFlight.reporting", equalTo(0))
                .body("differences.accepted", equalTo(0))
                .body("differences.computed", equalTo(0))
                .body("balanced", equalTo(true))
                .body("deadLetters", hasSize(1))
                .body("deadLetters[0].reason", equalTo("kind-not-computed"))
                .body("tenants", hasSize(1))
                .body("tenants[0].tenant", equalTo("local"));
    }

    @Test
    void whatIsNotComputedYetIsInFlightAndNotMissing() {
        log.publish(accept(Samples.over("computed", 50, START, Duration.ofHours(1))));
        accept(Samples.over("not-yet", 30, START, Duration.ofHours(1)));
        taken();

        answer().body("accepted", equalTo(80))
                .body("inFlight.calculation", equalTo(30))
                .body("differences.accepted", equalTo(0))
                .body("balanced", equalTo(true));
    }

    @Test
    void anActivityThatVanishedIsADifference() {
        List<ProducerRecord<byte[], byte[]>> footprints =
                accept(List.of(Footprints.prompt("same-key", START, "v"), Footprints.prompt("same-key", START, "v")));

        log.publish(footprints.get(1));
        taken();

        answer().body("differences.accepted", equalTo(1)).body("balanced", equalTo(false));
    }

    @Test
    void aFootprintThatNobodySentIsADifferenceBelowZero() {
        log.publish(Footprints.record(Footprints.prompt("invented", START, "invented"), 0));
        taken();

        answer().body("accepted", equalTo(0))
                .body("computed", equalTo(1))
                .body("differences.accepted", equalTo(-1))
                .body("balanced", equalTo(false));
    }

    @Test
    void aFootprintThatCannotBeStoredIsADifferenceWithItsReason() {
        ProducerRecord<byte[], byte[]> good =
                accept(List.of(Footprints.prompt("p", START, "p"))).get(0);
        log.publish(new ProducerRecord<>(
                good.topic(), null, good.key(), "{}".getBytes(StandardCharsets.UTF_8), good.headers()));
        taken();

        answer().body("balanced", equalTo(false))
                .body("deadLetters[0].stage", equalTo("reporting"))
                .body("deadLetters[0].reason", equalTo("missing-member"))
                .body("deadLettered", equalTo(0));
    }

    @Test
    void withAnotherTenantNothingIsToldThatCouldBeTheirs() {
        log.publish(accept(List.of(Footprints.prompt("mine", START, "mine"))));
        taken();
        new Tables(database).change("INSERT INTO reconciliation VALUES ('other', 0, 5, 5, 0, 0)");

        answer().body("accepted", nullValue())
                .body("balanced", nullValue())
                .body("computed", equalTo(1))
                .body("tenants", hasSize(1));
    }

    @Test
    void aParameterIsRefused() {
        when().get("/v1/reconciliation?tenant=other").then().statusCode(400);
    }

    @Test
    void theDifferencesAreMetrics() {
        Awaitility.await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> when().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(org.hamcrest.Matchers.containsString("sillage_reconciliation_difference{of=\"computed\"} 0.0")));
    }

    /** Publishes the activities; answers with their footprints, whose origins are where the activities stand. */
    private List<ProducerRecord<byte[], byte[]>> accept(List<FootprintEvent> footprints) {
        List<ProducerRecord<byte[], byte[]>> computed = new ArrayList<>();
        for (FootprintEvent footprint : footprints) {
            byte[] key = footprint.activity().key().getBytes(StandardCharsets.UTF_8);
            long offset = log.publish(new ProducerRecord<>("sillage.activities", key, new byte[] {'{', '}'}));
            computed.add(Footprints.record(footprint, offset));
        }
        return computed;
    }

    private static ProducerRecord<byte[], byte[]> deadLetter(ProducerRecord<byte[], byte[]> footprint) {
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(
                FootprintTopic.DEAD_LETTERS, null, footprint.key(), new byte[0], footprint.headers());
        letter.headers().add(FootprintTopic.HEADER_REASON, "kind-not-computed".getBytes(StandardCharsets.UTF_8));
        return letter;
    }

    private void taken() {
        log.awaitTaken(FootprintTopic.NAME);
        log.awaitTaken(FootprintTopic.DEAD_LETTERS);
    }

    /** Asks until the answer is younger than what was published. */
    private static ValidatableResponse answer() {
        Instant now = Instant.now();
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> Instant.parse(
                        when().get("/v1/reconciliation").path("asOf"))
                .isAfter(now));
        return when().get("/v1/reconciliation").then().statusCode(200);
    }
}
