package dev.sillage.reporting.avoided;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.sillage.footprint.AvoidanceTopic;
import dev.sillage.reporting.platform.Avoidances;
import dev.sillage.reporting.platform.Log;
import dev.sillage.reporting.platform.Platform;
import dev.sillage.reporting.platform.Tables;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class AvoidedTest {
    private static final Instant TIME = Instant.parse("2025-10-02T03:04:05Z");
    private static final String TENANT = "local";
    private static final int ORIGIN_PARTITION = 91;

    private static boolean published;
    private static long reported;

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @BeforeEach
    void publish() {
        if (!published) {
            ProducerRecord<byte[], byte[]> first = avoidance(TENANT, "1", "logistics", "2", "100.1", 1);
            ProducerRecord<byte[], byte[]> poison = avoidance(TENANT, "poison", "logistics", "2", "7", 2);
            reported = reported();
            send(List.of(
                    first,
                    first,
                    new ProducerRecord<>(
                            poison.topic(),
                            null,
                            poison.key(),
                            "{\"lever\":".getBytes(StandardCharsets.UTF_8),
                            poison.headers()),
                    avoidance(TENANT, "2", "logistics", "2", "0.02", 3),
                    avoidance(TENANT, "3", "logistics", "3", "50.5", 4),
                    avoidance(TENANT, "4", "energy-management", "1", "-3.2", 5),
                    avoidance("somebody-else", "5", "logistics", "1", "1000", 6)));
            // In a transaction of its own, in which only the table can know that it was there before.
            send(List.of(avoidance(TENANT, "1", "logistics", "2", "100.1", 7)));
            published = true;
        }
    }

    @Test
    void sumsArePerLeverWithInternalOnesApartAndNeverOneOverall() {
        ValidatableResponse answer = ask();

        answer.body("levers", hasSize(3))
                .body("levers.lever", contains("energy-management", "logistics", "logistics"))
                .body("levers.internalOnly", contains(false, false, true))
                .body("levers.activities", contains(1, 2, 1))
                .body("$", not(hasKey("total")))
                .body("$", not(hasKey("totals")));
        assertThat(new BigDecimal(
                        answer.extract().path("levers[1].avoidedKgCo2e.central").toString()))
                .isEqualByComparingTo("100.12");
    }

    @Test
    void whatWasAddedIsBelowZeroAndSaidSo() {
        ask().body("levers[0].effect", equalTo("added"))
                .body("levers[0].avoidedKgCo2e.central", equalTo(-3.2f))
                .body("levers[1].effect", equalTo("avoided"));
    }

    @Test
    void eachAvoidanceComesWithItsReferenceAndEvidenceNewestFirst() {
        ask().body("avoidances.id", contains("4", "3", "2", "1"))
                .body("complete", equalTo(true))
                .body("avoidances[3].reference", equalTo("last year"))
                .body("avoidances[3].reboundStatement", equalTo("none known"))
                .body("avoidances[3].warnings", contains("first-order-unknown"))
                .body("avoidances[3]", not(hasKey("firstOrderKgCo2e")))
                .body("avoidances[1].internalOnly", equalTo(true));
        assertThat(new Tables(database).text("SELECT activity_data FROM avoidance WHERE activity_id = '1'"))
                .isEqualTo("{\"lever\":\"logistics\",\"referenceQuantity\":1.50}");
    }

    @Test
    void anotherTenantsAvoidancesAreNotSeen() {
        ask().body("avoidances.id", not(hasItem("5")));
    }

    /** Five distinct activities, one of them sent twice; what cannot be read is a dead letter with its reason. */
    @Test
    void eachActivityIsReportedOnceAndCountsAsComputed() {
        Tables tables = new Tables(database);

        assertThat(reported() - reported).isEqualTo(4);
        assertThat(tables.number("SELECT count(*) FROM avoidance WHERE tenant = 'somebody-else'"))
                .isEqualTo(1);
        assertThat(tables.text("SELECT reason FROM dead_letter WHERE origin_topic = 'sillage.avoidances'"))
                .isEqualTo("not-json");
        assertThat(tables.number("SELECT through_offset FROM origin_progress WHERE topic = 'sillage.avoidances'"
                        + " AND origin_partition = " + ORIGIN_PARTITION + " ORDER BY through_offset DESC"))
                .isEqualTo(7);
    }

    @Test
    void nothingOfItIsInTheFootprints() {
        given().get("/v1/footprints?from=2025-10-01&to=2025-10-03").then().body("totals.activities", equalTo(0));
    }

    @Test
    void aRangeThatMakesNoSenseIsAProblem() {
        given().get("/v1/avoided?from=2025-10-03&to=2025-10-01")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        given().get("/v1/avoided?lever=x").then().statusCode(400);
    }

    private static ValidatableResponse ask() {
        return given().get("/v1/avoided?from=2025-10-01&to=2025-10-03").then().statusCode(200);
    }

    private long reported() {
        return new Tables(database)
                .number("SELECT coalesce(sum(reported), 0) FROM reconciliation WHERE tenant = 'local'");
    }

    private static ProducerRecord<byte[], byte[]> avoidance(
            String tenant, String id, String lever, String tier, String central, int origin) {
        return Avoidances.record(
                tenant,
                id,
                TIME.plusSeconds(origin),
                lever,
                tier,
                central,
                "sillage.activities/" + ORIGIN_PARTITION + "/" + origin);
    }

    private void send(List<ProducerRecord<byte[], byte[]>> records) {
        try (Log log = new Log(servers, database)) {
            log.publish(records);
            log.awaitTaken(AvoidanceTopic.NAME);
        }
    }
}
