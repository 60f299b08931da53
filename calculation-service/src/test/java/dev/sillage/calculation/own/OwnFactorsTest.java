package dev.sillage.calculation.own;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sillage.activity.ActivityKind;
import dev.sillage.calculation.KafkaBroker;
import dev.sillage.calculation.Topics;
import dev.sillage.calculation.own.OwnFactorRecord.Change;
import dev.sillage.footprint.FootprintTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(KafkaBroker.class)
class OwnFactorsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TRANSFER = """
            {"kind": "data-transfer", "time": "%s",
             "data": {"bytes": 1000000000, "network": "fixed", "country": "FRA"}}""";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String address;

    @Inject
    OwnFactors factors;

    @AfterEach
    void forget() {
        given().delete("/v1/grid-intensity").then().statusCode(200);
        List<String> keys = given().get("/v1/own-factors").jsonPath().getList("ownFactors.key", String.class);
        keys.forEach(key -> given().queryParam("zone", key.startsWith("grid.") ? "FRA" : null)
                .delete("/v1/own-factors/" + key));
    }

    private static ValidatableResponse put(String path, String body) {
        return given().contentType("application/json")
                .body(body)
                .put("/v1/own-factors/" + path)
                .then();
    }

    private static ValidatableResponse feed(String type, String body) {
        return given().contentType(type)
                .body(body.getBytes(UTF_8))
                .post("/v1/grid-intensity")
                .then();
    }

    private static ValidatableResponse transferAt(String time) {
        return given().contentType("application/json")
                .body(TRANSFER.formatted(time))
                .post("/v1/estimates")
                .then()
                .statusCode(200);
    }

    private static double gramsPerKwh(ValidatableResponse estimate) {
        double kilograms = estimate.extract().jsonPath().getDouble("figures.ghg-operational-location.central");
        return 1000 * kilograms / estimate.extract().jsonPath().getDouble("figures.energy.central");
    }

    @Test
    void anOwnFactorTakesThePlaceOfTheCataloguesAndIsNamed() {
        put("grid.ghg.location?zone=FR", "{\"unit\": \"kgCO2e/kWh\", \"central\": 0.012, \"source\": \"contract 7\"}")
                .statusCode(200)
                .body("zone", equalTo("FRA"))
                .body("unit", equalTo("gCO2e/kWh"))
                .body("source", equalTo("contract 7"));

        ValidatableResponse estimate = transferAt("2026-11-23T10:30:00Z");

        assertThat(gramsPerKwh(estimate)).isCloseTo(12, org.assertj.core.data.Offset.offset(1e-9));
        estimate.body("warnings", hasItem("own-factor:grid.ghg.location"))
                .body("factorSet", containsString("~own."))
                .body("text", containsString("contract 7"))
                .body("trace.factors.flatten().find {it.key == 'grid.ghg.location'}.quality", equalTo("own"));
    }

    @Test
    void anHourComesBeforeAllTimesAndAfterItTheOldHolds() {
        put("grid.ghg.location?zone=FRA", "{\"unit\": \"gCO2e/kWh\", \"central\": 80, \"source\": \"a\"}");
        feed(
                        "application/json",
                        "[{\"zone\": \"FRA\", \"from\": \"2026-11-23T10:00:00Z\", \"to\": \"2026-11-23T11:00:00Z\","
                                + " \"gCo2ePerKwh\": 33, \"source\": \"feed\"}]")
                .statusCode(200)
                .body("count", equalTo(1));

        assertThat(gramsPerKwh(transferAt("2026-11-23T10:59:59Z"))).isBetween(32.999, 33.001);
        assertThat(gramsPerKwh(transferAt("2026-11-23T11:00:00Z"))).isBetween(79.999, 80.001);
    }

    @Test
    void aDeletedFactorHoldsNoLonger() {
        double before = gramsPerKwh(transferAt("2026-11-23T10:30:00Z"));
        put("grid.ghg.location?zone=FRA", "{\"unit\": \"gCO2e/kWh\", \"central\": 80, \"source\": \"a\"}");

        given().delete("/v1/own-factors/grid.ghg.location?zone=FRA").then().statusCode(204);

        ValidatableResponse estimate = transferAt("2026-11-23T10:30:00Z");
        assertThat(gramsPerKwh(estimate)).isEqualTo(before);
        assertThat(estimate.extract().jsonPath().getString("factorSet")).doesNotContain("~");
        given().delete("/v1/own-factors/grid.ghg.location?zone=FRA")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-own-factor"));
    }

    @Test
    void aYearOfHoursIsTakenAsCsvAndAsLines() {
        Instant start = Instant.parse("2025-01-01T00:00:00Z");
        String csv = "zone,from,to,gCo2ePerKwh\n"
                + IntStream.range(0, 8760)
                        .mapToObj(hour -> "FRA," + start.plusSeconds(3600L * hour) + ","
                                + start.plusSeconds(3600L * (hour + 1)) + "," + (20 + hour % 50))
                        .collect(Collectors.joining("\n"));
        given().contentType("text/csv")
                .body(csv)
                .post("/v1/grid-intensity?source=feed")
                .then()
                .statusCode(200)
                .body("count", equalTo(8760));
        feed(
                        "application/x-ndjson",
                        "{\"zone\": \"FRA\", \"from\": \"2025-01-01T05:00:00Z\", \"to\": \"2025-01-01T06:00:00Z\","
                                + " \"gCo2ePerKwh\": 99, \"low\": 90, \"high\": 110, \"source\": \"corrected\"}\n\n")
                .statusCode(200);

        given().get("/v1/grid-intensity?zone=FR&from=2025-01-01T04:00:00Z&to=2025-01-01T07:00:00Z")
                .then()
                .statusCode(200)
                .body("total", equalTo(3))
                .body("ownFactors.central", equalTo(List.of(24f, 99f, 26f)))
                .body("ownFactors[1].source", equalTo("corrected"));
        given().delete("/v1/grid-intensity?zone=FRA&from=2025-01-01T00:00:00Z&to=2025-01-02T00:00:00Z")
                .then()
                .body("count", equalTo(24));
        given().get("/v1/grid-intensity?limit=1")
                .then()
                .body("total", equalTo(8736))
                .body("ownFactors", hasSize(1));
    }

    @Test
    void theStreamComputesWithTheFactorsOfTheTenantOfTheRecordAndOfNoOther() throws Exception {
        OwnFactor own = new OwnFactor(
                "ecologits.mix.gwp", "USA", "kgCO2e/kWh", 0.011, 0.011, 0.011, null, null, "wind contract");
        try (Topics topics = new Topics(address)) {
            var written = OwnFactorRecord.of(new Change(Topics.TENANT, own.id(), own));
            topics.publish(List.of(written));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !factors.factorsOf(Topics.TENANT).all().isEmpty());
            String data = "{\"bytes\": 1000000000, \"network\": \"fixed\", \"country\": \"FRA\"}";
            OwnFactor grid =
                    new OwnFactor("grid.ghg.location", "FRA", "gCO2e/kWh", 7, 7, 7, null, null, "wind contract");
            topics.publish(List.of(OwnFactorRecord.of(new Change(Topics.TENANT, grid.id(), grid))));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> factors.factorsOf(Topics.TENANT).all().size() == 2);
            var other = Topics.header(
                    Topics.activity("own-other", ActivityKind.DATA_TRANSFER, data), "ce_tenant", "someone-else");

            topics.publish(List.of(Topics.activity("own-mine", ActivityKind.DATA_TRANSFER, data), other));

            List<ConsumerRecord<byte[], byte[]>> found = topics.await(
                    FootprintTopic.NAME, 2, record -> Topics.key(record).contains("own-"));
            JsonNode mine = footprint(found, "own-mine");
            JsonNode theirs = footprint(found, "own-other");
            assertThat(mine.at("/figures/ghg-operational-location/central").doubleValue()
                            / mine.at("/figures/energy/central").doubleValue())
                    .isBetween(0.00699999, 0.00700001);
            assertThat(mine.at("/factorSet").asText()).contains("~own.");
            assertThat(mine.at("/warnings").toString()).contains("own-factor:grid.ghg.location");
            assertThat(theirs.at("/factorSet").asText()).doesNotContain("~");
            assertThat(theirs.at("/warnings").toString()).doesNotContain("own-factor");
            given().get("/v1/own-factors").then().body("total", equalTo(0));
            topics.publish(List.of(
                    OwnFactorRecord.of(new Change(Topics.TENANT, own.id(), null)),
                    OwnFactorRecord.of(new Change(Topics.TENANT, grid.id(), null))));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> factors.factorsOf(Topics.TENANT).all().isEmpty());
        }
    }

    private static JsonNode footprint(List<ConsumerRecord<byte[], byte[]>> records, String id) throws Exception {
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (new String(record.key(), UTF_8).endsWith(id)) {
                return JSON.readTree(record.value());
            }
        }
        throw new AssertionError("no footprint of " + id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "no.such.key | {} | 404 | unknown-factor | ",
                "grid.ghg.location | {} | 400 | unknown-zone | ",
                "grid.ghg.location?zone=ATLANTIS | {} | 400 | unknown-zone | ",
                "datacentre.pue?zone=FRA | {} | 400 | unknown-zone | ",
                "datacentre.pue | 7 | 400 | wrong-type | ``",
                "datacentre.pue | {\"central\": 1.2, \"source\": \"x\"} | 400 | missing-member | /unit",
                "datacentre.pue | {\"unit\": \"kWh\", \"central\": 1.2, \"source\": \"x\"} | 400 | wrong-unit | /unit",
                "datacentre.pue | {\"unit\": \"furlong\", \"central\": 1.2, \"source\": \"x\"} | 400 | wrong-unit | /unit",
                "datacentre.pue | {\"unit\": \"1\", \"central\": 0.9, \"source\": \"x\"} | 400 | out-of-range | /central",
                "datacentre.pue | {\"unit\": \"1\", \"central\": 1e300, \"source\": \"x\"} | 400 | out-of-range | /central",
                "datacentre.pue | {\"unit\": \"1\", \"central\": 1e999, \"source\": \"x\"} | 400 | out-of-range | /central",
                "datacentre.pue | {\"unit\": \"1\", \"central\": \"NaN\", \"source\": \"x\"} | 400 | wrong-type | /central",
                "datacentre.pue | {\"unit\": \"1\", \"central\": 1.2, \"low\": 1.3, \"source\": \"x\"} | 400 | out-of-range | /low",
                "datacentre.pue | {\"unit\": \"1\", \"central\": 1.2, \"high\": 1.1, \"source\": \"x\"} | 400 | out-of-range | /high",
                "datacentre.pue | {\"unit\": \"1\", \"central\": 1.2} | 400 | missing-member | /source",
                "datacentre.pue | {\"unit\": \"1\", \"central\": 1.2, \"source\": \"x\", \"colour\": 1} | 400 | unknown-member | /colour",
                "datacentre.pue | {\"unit\": \"1\", \"central\": 1.2, \"source\": \"x\", \"from\": \"soon\"} | 400 | invalid-time | /from",
                "datacentre.pue | {\"unit\": \"1\", \"central\": 1.2, \"source\": \"x\", \"from\": \"2026-01-02\", \"to\": \"2026-01-01\"} | 400 | out-of-range | /to",
                "server.lifetime | {\"unit\": \"year\", \"central\": 0, \"source\": \"x\"} | 400 | out-of-range | /central",
                "grid.ghg.location?zone=FRA | {\"unit\": \"kgCO2e/kWh\", \"central\": -1, \"source\": \"x\"} | 400 | out-of-range | /central",
                "grid.ghg.location?zone=FRA | {\"unit\": \"tCO2e/kWh\", \"central\": 50, \"source\": \"x\"} | 400 | out-of-range | /central"
            })
    void aBadOwnFactorIsAnsweredWithWhatWhereAndHow(String path, String body, int status, String code, String pointer) {
        put(path, body)
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + code))
                .body("detail", notNullValue())
                .body("pointer", equalTo(pointer));
        given().get("/v1/own-factors").then().body("total", equalTo(0));
    }

    @Test
    void overlappingHoursAreRefusedAllTogether() {
        String hour = "{\"zone\": \"FRA\", \"from\": \"2026-11-23T%s:00Z\", \"to\": \"2026-11-23T%s:00Z\","
                + " \"gCo2ePerKwh\": 30, \"source\": \"feed\"}";

        feed("application/json", "[" + hour.formatted("10:00", "11:00") + "," + hour.formatted("10:30", "11:30") + "]")
                .statusCode(409)
                .body("type", equalTo("/problems/overlapping-period"))
                .body("pointer", equalTo("/1/from"));

        given().get("/v1/grid-intensity").then().body("total", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "application/json | {} | wrong-type | ``",
                "application/json | [] | too-many-items | ``",
                "application/json | [7] | wrong-type | /0",
                "application/json | [{\"zone\": \"XXX\", \"from\": \"2026-01-01\", \"to\": \"2026-01-02\", \"gCo2ePerKwh\": 1, \"source\": \"x\"}] | unknown-zone | /0/zone",
                "application/json | [{\"zone\": \"FRA\", \"to\": \"2026-01-02\", \"gCo2ePerKwh\": 1, \"source\": \"x\"}] | missing-member | /0/from",
                "application/x-ndjson | {\"zone\": | malformed-json | ",
                "text/csv | `zone,from,to,gCo2ePerKwh,source\nFRA,2026-01-01,2026-01-02,thirty,x` | wrong-type | /0/gCo2ePerKwh",
                "text/csv | `zone,from,to,gCo2ePerKwh,source\nFRA,2026-01-01` | malformed-csv | "
            })
    void aBadFeedIsAnsweredWithWhatWhereAndHow(String type, String body, String code, String pointer) {
        feed(type, body)
                .statusCode(400)
                .body("type", equalTo("/problems/" + code))
                .body("pointer", equalTo(pointer));
    }

    @Test
    void readinessTellsWhetherOwnFactorsAreRead() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find {it.name == 'own-factors'}.status", equalTo("UP"));
    }
}
