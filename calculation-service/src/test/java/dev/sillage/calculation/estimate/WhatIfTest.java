package dev.sillage.calculation.estimate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.sillage.calculation.KafkaBroker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(KafkaBroker.class)
class WhatIfTest {
    private static final String TRANSFER =
            "{\"kind\": \"data-transfer\", \"data\": {\"bytes\": 1000000000, \"network\": \"fixed\", \"country\":"
                    + " \"DEU\"}%s}";

    private static ValidatableResponse post(String query, String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/v1/estimates" + query)
                .then();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Examples.EMBEDDING,
                Examples.IMAGE_GENERATION,
                Examples.VIDEO_GENERATION,
                Examples.MODEL_TRAINING,
                Examples.COMPUTE,
                Examples.STORAGE,
                Examples.DATA_TRANSFER,
                Examples.SOCIAL_FEED,
                Examples.WEB_PAGE,
                Examples.WEB_SEARCH,
                Examples.DEVICE_USE,
                Examples.WHAT_IF
            })
    void everyExampleIsAnsweredInBothLanguages(String example) {
        post("?lang=fr", example)
                .statusCode(200)
                .body("language", equalTo("fr"))
                .body("trace.text", everyItem(notNullValue()))
                .body("text", containsString("Pas à pas"));
        post("?lang=en", example).statusCode(200).body("text", containsString("Step by step"));
    }

    @Test
    void scenariosStandBesideTheFirstAnswerWithTheirDifferences() {
        JsonPath answer = post(
                        "",
                        TRANSFER.formatted(", \"scenarios\": [{\"name\": \"Sweden\", \"with\": {\"country\": \"SWE\"}},"
                                + " {\"name\": \"bad\", \"with\": {\"bytes\": -1}}]"))
                .statusCode(200)
                .body("scenarios", hasSize(2))
                .body("scenarios[0].name", equalTo("Sweden"))
                .body("scenarios[0].estimate.zone", equalTo("SWE"))
                .body("scenarios[0].estimate.with.country", equalTo("SWE"))
                .body("scenarios[0].differences.energy.absolute", equalTo(0f))
                .body("scenarios[0].differences.'ghg-operational-location'.relative", lessThan(0f))
                .body("scenarios[1].estimate", nullValue())
                .body("scenarios[1].problems[0].pointer", equalTo("/scenarios/1/with/bytes"))
                .extract()
                .jsonPath();

        double first = answer.getDouble("figures.ghg-operational-location.central");
        double other = answer.getDouble("scenarios[0].estimate.figures.ghg-operational-location.central");
        assertThat(answer.getDouble("scenarios[0].differences.ghg-operational-location.absolute"))
                .isBetween(other - first - 1e-6, other - first + 1e-6);
    }

    @Test
    void aFactorOfTheRequestIsUsedAndNamed() {
        post("", TRANSFER.formatted(", \"with\": {\"factors\": {\"grid.ghg.location/DEU\": 12}}"))
                .statusCode(200)
                .body("warnings", hasItem("own-factor:grid.ghg.location"))
                .body("warnings", not(hasItem("with-unused:grid.ghg.location")))
                .body("factorSet", containsString("~with."))
                .body(
                        "trace.factors.flatten().find {it.key == 'grid.ghg.location'}.source",
                        equalTo("set in this request"));
    }

    @Test
    void aFactorThatTheComputationDoesNotUseIsToldSo() {
        post("", TRANSFER.formatted(", \"with\": {\"factors\": {\"grid.ghg.location/FRA\": 12}}"))
                .statusCode(200)
                .body("warnings", hasItem("with-unused:grid.ghg.location"));
    }

    @Test
    void methodologiesStandSideBySide() {
        post("", Examples.WHAT_IF)
                .statusCode(200)
                .body("methodology", equalTo("ecologits-2026-09"))
                .body("methodologies", hasSize(1))
                .body("methodologies[0].estimate.methodology", equalTo("ecologits-2026-03"))
                .body("methodologies[0].differences.energy.unit", equalTo("kWh"))
                .body("published", not(hasSize(0)))
                .body("published[0].relation", equalTo("same-model"))
                .body("published.boundary", everyItem(notNullValue()));
    }

    @Test
    void emissionsPerUnitAreOperationalByLocationPlusEmbodied() {
        JsonPath answer = post("", Examples.LLM_INFERENCE).extract().jsonPath();

        double operational = answer.getDouble("figures.ghg-operational-location.central");
        double embodied = answer.getDouble("figures.ghg-embodied.central");
        double quantity = answer.getDouble("sci.quantity");
        assertThat(answer.getString("sci.unit")).isEqualTo("request");
        assertThat(answer.getDouble("sci.kgCo2ePerUnit.central") * quantity / (operational + embodied))
                .isBetween(0.9999, 1.0001);
    }

    @Test
    void theLanguageIsNegotiated() {
        given().contentType("application/json")
                .header("Accept-Language", "de, fr;q=0.9, en;q=0.5")
                .body(Examples.EMAIL)
                .post("/v1/estimates")
                .then()
                .header("Content-Language", "fr")
                .body("language", equalTo("fr"));
        post("?lang=de", Examples.EMAIL).statusCode(400).body("type", equalTo("/problems/invalid-parameter"));
    }

    @Test
    void aRequestAsksForABoundedNumberOfResults() {
        String scenario = "{\"name\": \"x\", \"with\": {\"bytes\": 1}},";
        String item = TRANSFER.formatted(
                ", \"scenarios\": [" + scenario.repeat(19) + "{\"name\": \"y\", \"with\": {\"bytes\": 1}}]");

        post("", "[" + (item + ",").repeat(9) + item + "]")
                .statusCode(400)
                .body("type", equalTo("/problems/too-many-evaluations"));
    }
}
