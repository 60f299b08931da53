package dev.sillage.reporting.restate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.Figure;
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
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class RestatementTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @ConfigProperty(name = "sillage.calculation.url")
    URI calculation;

    private Log log;
    private Tables tables;
    private StandInCalculation standIn;

    @BeforeEach
    void connect() throws IOException {
        log = new Log(servers, database);
        tables = new Tables(database);
        standIn = new StandInCalculation(calculation, Footprints.TENANT);
    }

    @AfterEach
    void disconnect() {
        standIn.close();
        log.close();
        tables.change("UPDATE restatement SET state = 'cancelled' WHERE state IN ('running', 'paused')");
    }

    @Test
    void aRestatedPeriodHasTheNewFiguresAndARecordOfWhatMoved() {
        List<FootprintEvent> sent = samples("restated", 500, "2019-03-02T10:00:00Z");
        send(sent);

        JsonPath done = done(begin("2019-03-01", "2019-03-08", "\"methodology\": \"m-2\""));

        assertThat(done.getString("state")).isEqualTo("done");
        assertThat(done.getLong("expected")).isEqualTo(500);
        assertThat(done.getLong("changed")).isEqualTo(500);
        assertThat(sumsOf("restated", "energy_central")).containsOnly(new BigDecimal("1000"));
        assertThat(sumsOf("restated", "adpe_central")).containsOnly(BigDecimal.ZERO);
        BigDecimal before = Sums.of(sent).bound(Criterion.ENERGY, 1);
        assertThat(decimal(done, "energy", "before.central")).isEqualByComparingTo(before);
        assertThat(decimal(done, "energy", "after.central")).isEqualByComparingTo("1000");
        assertThat(decimal(done, "energy", "difference.central"))
                .isEqualByComparingTo(new BigDecimal("1000").subtract(before));
        assertThat(tables.decimal("SELECT sum(energy_central) FROM ledger_superseded WHERE superseded_by = '"
                        + done.getString("id") + "'"))
                .isEqualByComparingTo(before);
        assertThat(tables.text("SELECT string_agg(action, ' ' ORDER BY id) FROM audit_log WHERE subject = '"
                        + done.getString("id") + "'"))
                .isEqualTo("restatement-requested restatement-done");
    }

    @Test
    void aDryRunTellsTheDifferenceAndChangesNothing() {
        List<FootprintEvent> sent = samples("dry", 50, "2019-04-02T10:00:00Z");
        send(sent);

        JsonPath done = done(begin("2019-04-01", "2019-04-08", "\"dryRun\": true"));

        assertThat(done.getLong("changed")).isEqualTo(50);
        assertThat(decimal(done, "energy", "after.high")).isEqualByComparingTo("150");
        assertThat(done.<Object>get("differences.find { it.criterion == 'adpe' }.before.central"))
                .isNotNull();
        assertThat(done.<Object>get("differences.find { it.criterion == 'adpe' }.after"))
                .as("no data, which is not zero")
                .isNull();
        assertThat(sumsOf("dry", "energy_central"))
                .containsOnly(Sums.of(sent).bound(Criterion.ENERGY, 1).stripTrailingZeros());
    }

    @Test
    void whatCannotBeComputedAgainStaysAndIsCounted() {
        List<FootprintEvent> sent = new ArrayList<>(samples("skipped", 10, "2019-05-02T10:00:00Z"));
        sent.add(withData(Footprints.prompt("1-uncomputable", Instant.parse("2019-05-02T11:00:00Z"), "skipped")));
        sent.add(Footprints.prompt("no-data", Instant.parse("2019-05-02T12:00:00Z"), "skipped"));
        send(sent);

        JsonPath done = done(begin("2019-05-01", "2019-05-08", "\"methodology\": \"m-2\""));

        assertThat(done.getLong("examined")).isEqualTo(12);
        assertThat(done.getLong("changed")).isEqualTo(10);
        assertThat(done.getMap("skipped.collectEntries { [it.reason, it.activities] }"))
                .isEqualTo(Map.of("inputs-not-kept", 1, "kind-not-computed", 1));
        assertThat(tables.number("SELECT count(*) FROM ledger WHERE source = 'urn:test:skipped'"))
                .isEqualTo(12);
    }

    @Test
    void restatingAgainWithTheSameMethodChangesNothing() {
        send(samples("again", 20, "2019-06-02T10:00:00Z"));
        done(begin("2019-06-01", "2019-06-08", "\"methodology\": \"m-2\""));

        JsonPath second = done(begin("2019-06-01", "2019-06-08", "\"methodology\": \"m-2\""));

        assertThat(second.getLong("unchanged")).isEqualTo(20);
        assertThat(second.getLong("changed")).isZero();
    }

    @Test
    void liveActivitiesOfThePeriodGoOnAndSumsAreExactAtEveryMoment() {
        send(samples("live-before", 6000, "2019-07-02T10:00:00Z"));
        String id = begin("2019-07-01", "2019-07-08", "\"methodology\": \"m-2\"");
        List<FootprintEvent> meanwhile = samples("live-meanwhile", 3000, "2019-07-02T10:00:00Z");
        for (int from = 0; from < meanwhile.size(); from += 100) {
            log.publish(meanwhile.subList(from, from + 100).stream()
                    .map(Footprints::record)
                    .toList());
            assertThat(tables.text(
                            "SELECT string_agg(DISTINCT total::text, ' ') FROM (SELECT trim_scale(sum(energy_high))"
                                    + " AS total FROM ledger l JOIN series s ON s.id = l.series_id WHERE s.project LIKE 'live-%'"
                                    + " UNION ALL SELECT trim_scale(sum(energy_high)) FROM rollup_minute r JOIN series s"
                                    + " ON s.id = r.series_id WHERE s.project LIKE 'live-%'"
                                    + " UNION ALL SELECT trim_scale(sum(energy_high)) FROM rollup_month r JOIN series s"
                                    + " ON s.id = r.series_id WHERE s.project LIKE 'live-%') t"))
                    .as("ledger, minutes and months of one moment")
                    .doesNotContain(" ");
        }
        log.awaitTaken(FootprintTopic.NAME);
        done(id);

        assertThat(sumsOf("live-before", "energy_central")).containsOnly(new BigDecimal("12000"));
        assertThat(sumsOf("live-meanwhile", "activities")).hasSize(1).containsOnly(new BigDecimal("3000"));
    }

    @Test
    void aCorrectionDuringARestatementIsNotOverwritten() {
        send(samples("corrected", 2500, "2019-08-02T10:00:00Z"));
        String id = begin("2019-08-01", "2019-08-08", "\"methodology\": \"m-2\"");
        FootprintEvent right = Footprints.of(
                "corrected",
                "7",
                Instant.parse("2019-08-02T10:30:00Z"),
                Map.of("team", "sales", "project", "corrected"),
                Map.of(Criterion.ENERGY, Figure.rounded(10, 20, 30)));
        log.publish(Footprints.correction(right, "c", Instant.parse("2019-08-03T00:00:00Z")));
        log.awaitTaken(FootprintTopic.NAME);
        done(id);

        assertThat(sumsOf("corrected", "energy_central")).hasSize(1);
        assertThat(tables.decimal("SELECT energy_central FROM ledger WHERE source = 'urn:test:corrected'"
                        + " AND activity_id = '7'"))
                .isIn(new BigDecimal("20"), new BigDecimal("2"));
    }

    @Test
    void aPausedRestatementWaitsUntilItIsResumedAndACancelledOneStays() {
        send(samples("paused", 30, "2019-09-02T10:00:00Z"));
        standIn.close();
        String id = insertRunning("2019-09-01", "2019-09-08");

        given().post("/v1/restatements/" + id + "/pause").then().statusCode(200).body("state", equalTo("paused"));
        given().post("/v1/restatements/" + id + "/pause").then().statusCode(409);
        given().post("/v1/restatements/" + id + "/resume")
                .then()
                .statusCode(200)
                .body("state", equalTo("running"));
        given().post("/v1/restatements/" + id + "/cancel")
                .then()
                .statusCode(200)
                .body("state", equalTo("cancelled"));
        given().post("/v1/restatements/" + id + "/resume").then().statusCode(409);
    }

    @Test
    void badRequestsAreToldWhatIsWrong() {
        given().contentType(ContentType.JSON)
                .body("{\"from\": \"2019-01-01T00:00:00Z\", \"to\": \"2019-02-01T00:00:00Z\", \"reason\": \"x\","
                        + " \"methodology\": \"m-99\"}")
                .post("/v1/restatements")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("pointer", equalTo("/methodology"))
                .body("detail", containsString("m-2"));
        for (String body : List.of(
                "[]",
                "{}",
                "{\"from\": \"2019-01-01\", \"to\": \"2019-02-01T00:00:00Z\", \"reason\": \"x\"}",
                "{\"from\": \"2019-03-01T00:00:00Z\", \"to\": \"2019-02-01T00:00:00Z\", \"reason\": \"x\"}",
                "{\"from\": \"2019-01-01T00:00:00Z\", \"to\": \"2019-02-01T00:00:00Z\", \"reason\": \" \"}",
                "{\"from\": \"2019-01-01T00:00:00Z\", \"to\": \"2019-02-01T00:00:00Z\", \"reason\": \"x\", \"kinds\": [\"y\"]}",
                "{\"from\": \"2019-01-01T00:00:00Z\", \"to\": \"2019-02-01T00:00:00Z\", \"reason\": \"x\", \"tenant\": \"y\"}",
                "{\"from\": \"2019-01-01T00:00:00Z\", \"to\": \"2019-02-01T00:00:00Z\", \"reason\": \"x\","
                        + " \"factorSet\": \"2020.1\"}")) {
            given().contentType(ContentType.JSON)
                    .body(body)
                    .post("/v1/restatements")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
        given().get("/v1/restatements/" + "not-an-id").then().statusCode(404);
    }

    private String begin(String from, String to, String more) {
        return given().contentType(ContentType.JSON)
                .body("{\"from\": \"" + from + "T00:00:00Z\", \"to\": \"" + to
                        + "T00:00:00Z\", \"reason\": \"a test\", " + more + "}")
                .post("/v1/restatements")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String insertRunning(String from, String to) {
        String id = UUID.randomUUID().toString();
        tables.change(
                "INSERT INTO restatement (id, tenant, requested_by, reason, factor_set, from_time, to_time, kinds,"
                        + " dry_run, state, expected) VALUES ('" + id + "', 'local', 'x', 'a test', 'f', '" + from
                        + "', '" + to
                        + "', '{}', false, 'running', 0)");
        return id;
    }

    private JsonPath done(String id) {
        await().atMost(LIMIT).until(() -> given().get("/v1/restatements/" + id).path("state"), "done"::equals);
        return given().get("/v1/restatements/" + id)
                .jsonPath()
                .using(JsonPathConfig.jsonPathConfig().numberReturnType(JsonPathConfig.NumberReturnType.BIG_DECIMAL));
    }

    private static BigDecimal decimal(JsonPath restatement, String criterion, String member) {
        return new BigDecimal(restatement
                .get("differences.find { it.criterion == '" + criterion + "' }." + member)
                .toString());
    }

    private List<BigDecimal> sumsOf(String project, String column) {
        List<BigDecimal> sums = new ArrayList<>();
        if (FigureColumns.BOUNDS.contains(column)) {
            sums.add(tables.decimal("SELECT coalesce(sum(" + column + "), 0) FROM ledger l JOIN series s"
                            + " ON s.id = l.series_id WHERE s.project = '" + project + "'")
                    .stripTrailingZeros());
        }
        for (Rollup rollup : Rollup.values()) {
            sums.add(tables.decimal("SELECT sum(" + column + ") FROM " + rollup.table()
                            + " r JOIN series s ON s.id = r.series_id WHERE s.project = '" + project + "'")
                    .stripTrailingZeros());
        }
        return sums.stream()
                .map(BigDecimal::toPlainString)
                .map(BigDecimal::new)
                .distinct()
                .toList();
    }

    private void send(List<FootprintEvent> footprints) {
        log.publish(footprints.stream().map(Footprints::record).toList());
        log.awaitTaken(FootprintTopic.NAME);
    }

    private static List<FootprintEvent> samples(String test, int count, String from) {
        return Samples.over(test, count, Instant.parse(from), Duration.ofHours(2)).stream()
                .map(RestatementTest::withData)
                .toList();
    }

    private static FootprintEvent withData(FootprintEvent footprint) {
        return Footprints.with(footprint, List.of(), null, "{\"inputTokens\":1}");
    }
}
