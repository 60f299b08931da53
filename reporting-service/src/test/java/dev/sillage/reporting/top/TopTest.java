package dev.sillage.reporting.top;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.Figure;
import dev.sillage.footprint.FootprintEvent;
import dev.sillage.reporting.platform.Footprints;
import dev.sillage.reporting.platform.Log;
import dev.sillage.reporting.platform.Platform;
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
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Teams a to c use 5, 2 and 1 kWh; d has emissions of 4 kg, but nobody knows its energy. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class TopTest {
    private static boolean published;

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @BeforeEach
    void publish() {
        if (!published) {
            Log.report(
                    servers,
                    database,
                    List.of(
                            team("a", "1", Criterion.ENERGY, 3),
                            team("a", "2", Criterion.ENERGY, 2),
                            team("b", "1", Criterion.ENERGY, 2),
                            team("c", "1", Criterion.ENERGY, 1),
                            team("d", "1", Criterion.GHG_EMBODIED, 4)));
            published = true;
        }
    }

    @Test
    void theLargestComeFirstWithTheirShareAndTheRestTogether() {
        ask("groupBy=team&criterion=energy&limit=2")
                .body("unit", equalTo("kWh"))
                .body("largest.key.team", equalTo(List.of("a", "b")))
                .body("largest.rank", equalTo(List.of(1, 2)))
                .body("largest[0].figure.central", equalTo(5))
                .body("largest[0].share", equalTo(new BigDecimal("0.625")))
                .body("largest[0].methodologies[0].methodology", equalTo("sillage-2026.1"))
                .body("other.groups", equalTo(2))
                .body("other.activities", equalTo(2))
                .body("other.figure.central", equalTo(1))
                .body("other.figure.activities", equalTo(1))
                .body("other.share", equalTo(new BigDecimal("0.125")))
                .body("total.figure.central", equalTo(8))
                .body("total.activities", equalTo(5));
    }

    @Test
    void aGroupWithoutDataComesLastAndHasNoFigure() {
        ask("groupBy=team&criterion=energy")
                .body("largest.key.team", equalTo(List.of("a", "b", "c", "d")))
                .body("largest[3]", not(hasKey("figure")))
                .body("largest[3]", not(hasKey("share")))
                .body("$", not(hasKey("other")));
    }

    @Test
    void withoutDimensionsEachCombinationStandsForItself() {
        ask("criterion=energy&limit=1&filter=team!=a")
                .body("largest", hasSize(1))
                .body("largest[0].key.team", equalTo("b"))
                .body("largest[0].key.model", equalTo("claude-opus-4"));
    }

    @Test
    void phaseAndBasisCanLeaveTheOneCriterion() {
        ask("groupBy=team&phase=embodied").body("largest[0].key.team", equalTo("d"));
    }

    @Test
    void nothingAtAllIsAnEmptyAnswer() {
        String answer = given().get("/v1/footprints/top?criterion=energy&from=2001-01-01&to=2001-01-02")
                .then()
                .statusCode(200)
                .body("largest", hasSize(0))
                .body("total.activities", equalTo(0))
                .extract()
                .asString();
        assertThat(answer).doesNotContain("share");
    }

    @ParameterizedTest
    @CsvSource({"limit=5,criterion", "criterion=adpe&limit=0,limit", "interval=day,interval", "groupBy=colour,groupBy"})
    void aBadQuestionIsRefused(String query, String parameter) {
        given().get("/v1/footprints/top?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("parameter", equalTo(parameter));
    }

    private static ValidatableResponse ask(String query) {
        return given().config(RestAssuredConfig.config()
                        .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.BIG_DECIMAL)))
                .get("/v1/footprints/top?from=2024-02-01&to=2024-02-02&filter=project=top&" + query)
                .then()
                .statusCode(200);
    }

    private static FootprintEvent team(String team, String id, Criterion criterion, double amount) {
        return Footprints.of(
                "top",
                team + id,
                Instant.parse("2024-02-01T12:00:00Z"),
                Map.of("team", team, "project", "top"),
                Map.of(criterion, Figure.rounded(0, amount, 100)));
    }
}
