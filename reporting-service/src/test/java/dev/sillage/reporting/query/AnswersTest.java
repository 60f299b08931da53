package dev.sillage.reporting.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.Figure;
import dev.sillage.footprint.FootprintEvent;
import dev.sillage.footprint.FootprintTopic;
import dev.sillage.reporting.platform.Footprints;
import dev.sillage.reporting.platform.Log;
import dev.sillage.reporting.platform.Platform;
import dev.sillage.reporting.platform.Tables;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Teams a to d use 8, 4, 2 and 1 kWh in April 2024; a used 10 in March, e used 3, and a used 16 in April 2023. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class AnswersTest {
    private static boolean published;

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @BeforeEach
    void publish() {
        if (!published) {
            List<FootprintEvent> sent = new ArrayList<>();
            sent.add(team("a", "2024-04-30T23:59:59Z", 8));
            sent.add(team("b", "2024-04-01T00:00:00Z", 4));
            sent.add(team("c", "2024-04-10T00:00:00Z", 2));
            sent.add(team("d", "2024-04-10T00:00:00Z", 1));
            sent.add(team("a", "2024-03-31T23:59:59Z", 10));
            sent.add(team("e", "2024-03-01T00:00:00Z", 3));
            sent.add(team("a", "2023-04-15T00:00:00Z", 16));
            Log.report(servers, database, sent);
            published = true;
        }
    }

    @Test
    void theLargestStandAloneAndAllOthersAreOneThatIsMarked() {
        ask("groupBy", "team", "top", "2", "criterion", "energy", "interval", "month")
                .body("top.largest", equalTo(2))
                .body("top.rankedBy", equalTo("energy"))
                .body("top.inOther", equalTo(2))
                .body("groups", hasSize(3))
                .body("groups.find { it.key.team == 'a' }.figures.energy.central", equalTo(8))
                .body("groups.find { it.key.team == 'b' }.figures.energy.central", equalTo(4))
                .body("groups[2].other", equalTo(true))
                .body("groups[2].key", equalTo(Map.of()))
                .body("groups[2].figures.energy.central", equalTo(3))
                .body("groups[2].activities", equalTo(2))
                .body("groups[2].methodologies", hasSize(1))
                .body("series", hasSize(3))
                .body("series.findAll { it.other }.figures.energy.central", equalTo(List.of(3)))
                .body("totals.figures.energy.central", equalTo(15));
    }

    @Test
    void aTableTellsOthersFromAnEmptyValue() {
        String csv = given().queryParam("from", "2024-04-01")
                .queryParam("to", "2024-05-01")
                .queryParam("filter", "project=answers")
                .queryParam("criterion", "energy")
                .queryParam("groupBy", "team")
                .queryParam("top", 1)
                .queryParam("interval", "none")
                .get("/v1/footprints?format=csv")
                .asString();

        assertThat(csv.lines().findFirst().orElseThrow()).startsWith("from,to,team,other,criterion");
        assertThat(csv.lines().skip(1))
                .anySatisfy(row -> assertThat(row).contains(",a,false,energy,"))
                .anySatisfy(
                        row -> assertThat(row).contains(",,true,energy,kWh,").contains(",7,"));
    }

    @Test
    void thePreviousMonthStandsBesideThisOne() {
        ask("groupBy", "team", "compareTo", "previousPeriod", "criterion", "energy")
                .body("compared.compareTo", equalTo("previousPeriod"))
                .body("compared.from", equalTo("2024-03-01T00:00:00Z"))
                .body("compared.to", equalTo("2024-04-01T00:00:00Z"))
                .body("compared.totals.figures.energy.central", equalTo(13))
                .body("compared.totals.changes[0].absolute", equalTo(2))
                .body("compared.totals.changes[0].relative", equalTo(new BigDecimal("0.153846153846")))
                .body(
                        "compared.groups.find { it.key.team == 'a' }.changes[0].relative",
                        equalTo(new BigDecimal("-0.2")));
    }

    @Test
    void whatIsThereOnOneSideOnlyHasNoDifferenceAndSaysSo() {
        ask("groupBy", "team", "compareTo", "previousPeriod", "criterion", "energy")
                .body("compared.groups.find { it.key.team == 'b' }.changes[0].missing", equalTo("before"))
                .body("compared.groups.find { it.key.team == 'b' }.changes[0]", not(hasKey("absolute")))
                .body("compared.groups.find { it.key.team == 'e' }.changes[0].missing", equalTo("now"))
                .body("compared.groups.find { it.key.team == 'e' }.activities", equalTo(1));
    }

    @Test
    void thePreviousYearIsComparedByTheSameGroups() {
        ask("groupBy", "team", "top", "1", "compareTo", "previousYear", "criterion", "energy")
                .body("compared.from", equalTo("2023-04-01T00:00:00Z"))
                .body("compared.groups", hasSize(2))
                .body("compared.groups[0].changes[0].absolute", equalTo(-8))
                .body("compared.groups[0].changes[0].relative", equalTo(new BigDecimal("-0.5")))
                .body("compared.groups[1].other", equalTo(true))
                .body("compared.groups[1].activities", equalTo(0));
    }

    @Test
    void datesAreThoseOfTheTimeZone() {
        given().queryParam("from", "2024-04-01")
                .queryParam("to", "2024-05-01")
                .queryParam("timeZone", "Europe/Paris")
                .queryParam("interval", "month")
                .queryParam("filter", "project=answers")
                .get("/v1/footprints")
                .then()
                .body("from", equalTo("2024-03-31T22:00:00Z"))
                .body("to", equalTo("2024-04-30T22:00:00Z"))
                .body("timeZone", equalTo("Europe/Paris"))
                .body("partial.first", equalTo(false))
                .body("partial.last", equalTo(false))
                .body("series", hasSize(1))
                .body("series[0].time", equalTo("2024-03-31T22:00:00Z"))
                // In: the last second of March in UTC. Out: that of April.
                .body("totals.figures.energy.central", equalTo(17));
    }

    @Test
    void aReportOfAnEarlierDayIsShownAsItWas() {
        FootprintEvent wrong = Footprints.of(
                "as-reported",
                "1",
                Instant.parse("2024-06-15T12:00:00Z"),
                Map.of("team", "a", "project", "as-reported"),
                Map.of(Criterion.ENERGY, Figure.rounded(0, 3, 9)));
        FootprintEvent right = Footprints.of(
                "as-reported",
                "1",
                Instant.parse("2024-06-15T12:00:00Z"),
                Map.of("team", "a", "project", "as-reported"),
                Map.of(Criterion.ENERGY, Figure.rounded(0, 2, 9)));
        Log.report(servers, database, List.of(wrong));
        new Tables(database)
                .change("UPDATE rollup_day SET reported_on = '2024-06-16' WHERE series_id IN"
                        + " (SELECT id FROM series WHERE project = 'as-reported')");
        try (Log log = new Log(servers, database)) {
            log.publish(Footprints.correction(right, "c1", Instant.parse("2024-06-20T00:00:00Z")));
            log.awaitTaken(FootprintTopic.NAME);
        }

        assertThat(asReported("2024-06-15")).isEqualTo("0 null");
        for (String interval : List.of("none", "day", "week", "month")) {
            assertThat(asReported("2024-06-16&interval=" + interval)).isEqualTo("1 3");
        }
        assertThat(asReported("2025-01-01")).isEqualTo("1 3");
        assertThat(asReported(Instant.now().toString().substring(0, 10))).isEqualTo("1 2");
    }

    @Test
    void basisAndPhaseLeaveOutTheOthersAndSayWhatIsNotStoredApart() {
        ask("basis", "market", "phase", "operational")
                .body(
                        "criteria.criterion",
                        equalTo(List.of("energy", "ghg-operational-market", "water-on-site", "water-off-site")))
                .body("leftOut", hasItems("primary-energy", "adpe"));
        ask("phase", "embodied").body("criteria.criterion", equalTo(List.of("ghg-embodied")));
        ask("basis", "location")
                .body("criteria.criterion", hasItem("ghg-operational-location"))
                .body("criteria.criterion", not(hasItem("ghg-operational-market")))
                .body("$", not(hasKey("leftOut")));
    }

    @Test
    void bothWaysToWriteAFilterMeanTheSame() {
        for (String filter : List.of("team:a", "team=a")) {
            ask("filter", filter)
                    .body("totals.figures.energy.central", equalTo(8))
                    .body("filter", hasItem("team:a"));
        }
        for (String filter : List.of("team:!a", "team!=a")) {
            ask("filter", filter).body("totals.figures.energy.central", equalTo(7));
        }
        ask("filter", "team=!a").body("totals.activities", equalTo(0)).body("filter", hasItem("team=!a"));
    }

    @Test
    void sqlInAValueIsOnlyAValue() {
        ask("filter", "team='; DROP TABLE series; --").body("totals.activities", equalTo(0));
        ask("filter", "team!=' OR '1'='1").body("totals.activities", equalTo(4));
    }

    @Test
    void theApiDescribesItsParametersWithExamples() {
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.'/v1/footprints'.get.parameters.'$ref'", hasItem(containsString("timeZone")))
                .body("paths.'/v1/footprints'.get.parameters", hasSize(14))
                .body("paths.'/v1/footprints'.get.summary", containsString("totals"))
                .body("paths.'/v1/activities'.get.parameters.'$ref'", hasItem(containsString("label")))
                .body("components.parameters.timeZone.example", equalTo("Europe/Paris"));
    }

    private String asReported(String day) {
        ValidatableResponse answer = given().config(decimals())
                .get("/v1/footprints?from=2024-06-01&to=2024-07-01&filter=project=as-reported&asOf=" + day)
                .then()
                .statusCode(200);
        return answer.extract().path("totals.activities") + " "
                + answer.extract().path("totals.figures.energy?.central");
    }

    private static ValidatableResponse ask(String... parameters) {
        var request = given().config(decimals())
                .queryParam("from", "2024-04-01")
                .queryParam("to", "2024-05-01")
                .queryParam("filter", "project=answers");
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get("/v1/footprints").then().statusCode(200);
    }

    private static RestAssuredConfig decimals() {
        return RestAssuredConfig.config()
                .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.BIG_DECIMAL));
    }

    private static FootprintEvent team(String team, String time, double kwh) {
        return Footprints.of(
                "answers",
                team + time,
                Instant.parse(time),
                Map.of("team", team, "project", "answers"),
                Map.of(Criterion.ENERGY, Figure.rounded(0, kwh, 100)));
    }
}
