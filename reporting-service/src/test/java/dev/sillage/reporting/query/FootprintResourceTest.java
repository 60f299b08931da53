package dev.sillage.reporting.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.FootprintEvent;
import dev.sillage.footprint.FootprintTopic;
import dev.sillage.reporting.platform.Footprints;
import dev.sillage.reporting.platform.Log;
import dev.sillage.reporting.platform.Platform;
import dev.sillage.reporting.platform.Samples;
import dev.sillage.reporting.platform.Sums;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class FootprintResourceTest {
    private static final Instant START = Instant.parse("2025-06-10T20:30:20Z");
    private static final List<FootprintEvent> SENT = Samples.over("query", 1500, START, Duration.ofHours(60));

    private static boolean published;

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @BeforeEach
    void publish() {
        if (!published) {
            try (Log log = new Log(servers, database)) {
                log.publish(SENT.stream().map(Footprints::record).toList());
                log.awaitTaken(FootprintTopic.NAME);
            }
            published = true;
        }
    }

    @ParameterizedTest
    @CsvSource({"minute", "hour", "day", "none", "auto"})
    void totalsAreTheExactSumsWhateverTheInterval(String interval) {
        ValidatableResponse answer = ask(Map.of(
                "from", "2025-06-10T20:30:00Z",
                "to", "2025-06-13T08:31:00Z",
                "interval", interval,
                "filter", "project:query"));

        Sums expected = Sums.of(SENT);
        answer.body("totals.activities", equalTo(SENT.size()));
        for (Criterion criterion : Criterion.values()) {
            String figure = "totals.figures.'" + criterion.wireName() + "'.";
            assertThat(decimal(answer, figure + "low")).isEqualByComparingTo(expected.bound(criterion, 0));
            assertThat(decimal(answer, figure + "central")).isEqualByComparingTo(expected.bound(criterion, 1));
            assertThat(decimal(answer, figure + "high")).isEqualByComparingTo(expected.bound(criterion, 2));
            answer.body(figure + "activities", equalTo((int) SENT.stream()
                    .filter(f -> f.figures().containsKey(criterion))
                    .count()));
        }
    }

    @Test
    void aRangeIsExactToTheMinuteAlsoWhereItCutsHoursAndDays() {
        Instant from = Instant.parse("2025-06-10T22:41:00Z");
        Instant to = Instant.parse("2025-06-12T03:07:00Z");
        List<FootprintEvent> inside = SENT.stream()
                .filter(f -> !f.time().isBefore(from) && f.time().isBefore(to))
                .toList();

        ValidatableResponse answer =
                ask(Map.of("from", from.toString(), "to", to.toString(), "interval", "day", "filter", "project:query"));

        answer.body("totals.activities", equalTo(inside.size()))
                .body("series", hasSize(3))
                .body("partial.first", equalTo(true))
                .body("partial.last", equalTo(true))
                .body("requested", nullValue());
        assertThat(decimal(answer, "totals.figures.energy.central"))
                .isEqualByComparingTo(Sums.of(inside).bound(Criterion.ENERGY, 1));
    }

    @Test
    void aRangeFinerThanMinutesIsRoundedOutwardsAndSaysSo() {
        ask(Map.of("from", "2025-06-11T00:00:30Z", "to", "2025-06-11T00:05:01+00:00"))
                .body("from", equalTo("2025-06-11T00:00:00Z"))
                .body("to", equalTo("2025-06-11T00:06:00Z"))
                .body("requested.from", equalTo("2025-06-11T00:00:30Z"))
                .body("requested.to", equalTo("2025-06-11T00:05:01Z"));
    }

    @Test
    void groupsAndSeriesAddUpToTheTotal() {
        ValidatableResponse answer = ask(
                Map.of("from", "2025-06-10", "to", "2025-06-14", "groupBy", "team,model", "filter", "project:query"));

        answer.body("groups", hasSize(4)).body("groupBy", equalTo(List.of("team", "model")));
        assertThat(sum(answer, "groups.figures.energy.high"))
                .isEqualByComparingTo(Sums.of(SENT).bound(Criterion.ENERGY, 2));
        assertThat(sum(answer, "series.figures.energy.high"))
                .isEqualByComparingTo(Sums.of(SENT).bound(Criterion.ENERGY, 2));
        assertThat(answer.extract().<String>path("groups[0].key.model")).isEqualTo("claude-opus-4");
    }

    @Test
    void filtersIncludeAlternativesAndExclude() {
        long expected = SENT.stream()
                .filter(f -> List.of("search", "sales").contains(f.labels().get("team")))
                .count();

        request()
                .queryParam("from", "2025-06-10")
                .queryParam("to", "2025-06-14")
                .queryParam("filter", "project:query", "team:search", "team:sales", "team:legal", "team:!legal")
                .get("/v1/footprints")
                .then()
                .body("totals.activities", equalTo((int) expected));
    }

    @Test
    void whatNoActivityHasIsAbsentAndNeverZero() {
        ask(Map.of("from", "2001-01-01", "to", "2001-01-02"))
                .body("totals.activities", equalTo(0))
                .body("totals.figures", equalTo(Map.of()))
                .body("series", hasSize(0))
                .body("groups", hasSize(0));
    }

    @Test
    void anAnswerNamesMethodologyTierAndWarnings() {
        ask(Map.of("from", "2025-06-10", "to", "2025-06-14", "filter", "project:query"))
                .body("methodologies[0].methodology", equalTo("sillage-2026.1"))
                .body("methodologies[0].factorSet", equalTo("2026.1+0123456789ab"))
                .body("tiers.class", equalTo(SENT.size()))
                .body("warnings[0].warning", equalTo("model-unknown"))
                .body("warnings[0].activities", equalTo(SENT.size()));
    }

    @Test
    void onlyTheCriteriaThatWereAskedForAreThere() {
        ask(Map.of("from", "2025-06-10", "to", "2025-06-14", "criterion", "water-on-site"))
                .body("criteria", hasSize(1))
                .body("criteria[0].unit", equalTo("L"))
                .body("totals.figures.energy", nullValue());
    }

    @Test
    void figuresOfAnotherTenantAreNeverSeen() {
        try (Log log = new Log(servers, database)) {
            var record =
                    Footprints.record(Footprints.prompt("foreign", Instant.parse("2025-08-01T10:00:00Z"), "foreign"));
            byte[] value = new String(record.value(), java.nio.charset.StandardCharsets.UTF_8)
                    .replace("\"tenant\":\"local\"", "\"tenant\":\"other\"")
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8);
            var foreign = new org.apache.kafka.clients.producer.ProducerRecord<>(
                    record.topic(), null, record.key(), value, record.headers());
            foreign.headers().remove(FootprintTopic.HEADER_TENANT);
            foreign.headers()
                    .add(FootprintTopic.HEADER_TENANT, "other".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            log.publish(foreign);
            log.awaitTaken(FootprintTopic.NAME);
        }

        ask(Map.of("from", "2025-08-01", "to", "2025-08-02")).body("totals.activities", equalTo(0));
        given().get("/v1/dimensions").then().statusCode(200).body("project.values", not(containsString("foreign")));
    }

    @Test
    void dimensionsListWhatThereIs() {
        given().get("/v1/dimensions")
                .then()
                .statusCode(200)
                .body("team.values.contains('search')", equalTo(true))
                .body("team.complete", equalTo(true))
                .body("environment.values", hasSize(0));
    }

    private static ValidatableResponse ask(Map<String, String> parameters) {
        return request().queryParams(parameters).get("/v1/footprints").then().statusCode(200);
    }

    private static RequestSpecification request() {
        return given().config(RestAssuredConfig.config()
                .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.BIG_DECIMAL)));
    }

    private static BigDecimal decimal(ValidatableResponse answer, String path) {
        return new BigDecimal(answer.extract().path(path).toString());
    }

    private static BigDecimal sum(ValidatableResponse answer, String path) {
        List<Number> values = answer.extract().path(path);
        return values.stream().map(value -> new BigDecimal(value.toString())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
