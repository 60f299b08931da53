package dev.sillage.calculation.estimate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.sillage.calculation.KafkaBroker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(KafkaBroker.class)
class EstimatesTest {

    private static ValidatableResponse post(String body) {
        return given().config(RestAssuredConfig.config()
                        .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.DOUBLE)))
                .contentType("application/json")
                .body(body)
                .post("/v1/estimates")
                .then();
    }

    @ParameterizedTest
    @ValueSource(strings = {Examples.LLM_INFERENCE, Examples.VIDEO_STREAMING, Examples.VIDEO_CALL, Examples.EMAIL})
    void everyExampleOfTheApiDescriptionHasAnEstimateThatExplainsItself(String example) {
        ValidatableResponse answer = post(example);

        answer.statusCode(200)
                .body("figures.energy.unit", equalTo("kWh"))
                .body("factorSet", startsWith("20"))
                .body("methodology", notNullValue())
                .body("tier", notNullValue())
                .body("warnings", notNullValue())
                .body("trace.formula", everyItem(notNullValue()))
                .body("trace.result.unit", everyItem(notNullValue()))
                .body("trace.factors.flatten().source", everyItem(notNullValue()));
        JsonPath json = answer.extract().jsonPath();
        assertThat(json.getDouble("figures.energy.low"))
                .isPositive()
                .isLessThanOrEqualTo(json.getDouble("figures.energy.central"));
        assertThat(json.getList("trace")).hasSizeGreaterThan(2);
        assertThat(json.getList("trace.factors.flatten()")).isNotEmpty();
    }

    @Test
    void aStepCanBeCheckedFromWhatItShows() {
        JsonPath json = post(Examples.LLM_INFERENCE).extract().jsonPath();

        double energy = json.getDouble("figures.energy.central");
        List<Double> results = json.getList("trace.result.value.central", Double.class);
        assertThat(results).anySatisfy(result -> assertThat(result).isCloseTo(energy, within(energy)));
    }

    private static org.assertj.core.data.Offset<Double> within(double value) {
        return org.assertj.core.data.Offset.offset(value * 1e-11);
    }

    @Test
    void everyFactorOfATraceCanBeLookedUp() {
        List<String> keys = post(Examples.LLM_INFERENCE).extract().jsonPath().getList("trace.factors.flatten().key");

        assertThat(keys).isNotEmpty().allSatisfy(key -> given().get("/v1/factors/{key}", key)
                .then()
                .statusCode(200)
                .body("factors[0].key", equalTo(key))
                .body("factors[0].source", notNullValue()));
    }

    @Test
    void anAvoidanceIsAnsweredAsAComparisonAndNotAsAFootprint() {
        post(Examples.AVOIDANCE)
                .statusCode(200)
                .body("kind", equalTo("avoidance"))
                .body("secondOrder.central", equalTo(237.0))
                .body("avoided.central", equalTo(223.0))
                .body("zone", equalTo("FRA"))
                .body("publicUse", equalTo(true))
                .body("trace.name", hasItem("second-order-average"))
                .body("$", not(hasKey("figures")));
        post("[" + Examples.AVOIDANCE + "]").statusCode(200).body("[0].avoidance.avoided.central", equalTo(223.0));
    }

    @Test
    void anAvoidanceWithoutABaselineIsRefused() {
        post(Examples.AVOIDANCE.replace("2025, by heating degree days", "n/a"))
                .statusCode(422)
                .body("detail", startsWith("unsubstantiated: "))
                .body("pointer", equalTo("/data"));
    }

    @Test
    void anArrayHasAnAnswerForEachItemAndABadItemCostsOnlyItself() {
        String array = "[" + Examples.EMAIL + ", {\"kind\": \"email\", \"data\": {\"bytes\": -1}}, 7, "
                + "{\"kind\": \"retraction\", \"data\": {}}, " + Examples.LLM_INFERENCE + "]";

        post(array)
                .statusCode(200)
                .body("$", hasSize(5))
                .body("index", equalTo(List.of(0, 1, 2, 3, 4)))
                .body("[0].estimate.kind", equalTo("email"))
                .body("[1].problems[0].type", equalTo("/problems/out-of-range"))
                .body("[1].problems[0].pointer", equalTo("/1/data/bytes"))
                .body("[2].problems[0].pointer", equalTo("/2"))
                .body("[3].problems[0].type", equalTo("/problems/kind-not-computed"))
                .body("[3].problems[0].status", equalTo(422))
                .body("[4].estimate.kind", equalTo("llm-inference"));
    }

    @Test
    void theExampleArrayIsAnsweredByTheMethodologyThatItNames() {
        post(Examples.ARRAY)
                .statusCode(200)
                .body("[0].estimate.methodology", equalTo("ecologits-2026-03"))
                .body("[0].estimate.time", equalTo("2026-11-23T10:15:30Z"))
                .body("[1]", hasKey("estimate"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"kind\": \"email\", \"data\": {\"bytes\": 1, \"colour\": 1}} | 400 | unknown-member | /data/colour",
                "{\"kind\": \"email\", \"data\": {}} | 400 | missing-member | /data/bytes",
                "{\"kind\": \"email\", \"data\": {\"bytes\": \"1\"}} | 400 | wrong-type | /data/bytes",
                "{\"kind\": \"email\", \"data\": {\"bytes\": -1}} | 400 | out-of-range | /data/bytes",
                "{\"kind\": \"email\", \"data\": {\"bytes\": 1, \"network\": \"pigeon\"}} | 400 | not-one-of | /data/network",
                "{\"kind\": \"email\", \"data\": {\"bytes\": 1, \"country\": \"\"}} | 400 | invalid-text | /data/country",
                "{\"kind\": \"email\", \"data\": {\"bytes\": 1, \"labels\": {\"!\": \"\"}}} | 400 | invalid-labels | /data/labels/!",
                "{\"kind\": \"email\", \"data\": {\"bytes\": 1, \"bytes\": 1}} | 400 | malformed-json | ",
                "{\"kind\": \"email\"} | 400 | missing-member | /data",
                "{\"data\": {}} | 400 | missing-member | /kind",
                "{\"kind\": 5, \"data\": {}} | 400 | wrong-type | /kind",
                "{\"kind\": \"telepathy\", \"data\": {}} | 400 | unknown-kind | /kind",
                "{\"type\": \"email\", \"data\": {}} | 400 | unknown-kind | /type",
                "{\"kind\": \"email\", \"type\": \"dev.sillage.activity.email.v1\", \"data\": {}} | 400 | duplicate-member | /type",
                "{\"kind\": \"email\", \"with\": 7, \"data\": {\"bytes\": 1}} | 400 | wrong-type | /with",
                "{\"kind\": \"email\", \"with\": {\"bytes\": -1}, \"data\": {\"bytes\": 1}} | 400 | out-of-range | /with/bytes",
                "{\"kind\": \"email\", \"with\": {\"colour\": 1}, \"data\": {\"bytes\": 1}} | 400 | unknown-member | /with/colour",
                "{\"kind\": \"email\", \"with\": {\"factors\": {\"no.such\": 1}}, \"data\": {\"bytes\": 1}} | 400 | unknown-override | /with/factors/no.such",
                "{\"kind\": \"email\", \"with\": {\"factors\": {\"grid.ghg.location/XXX\": 1}}, \"data\": {\"bytes\": 1}} | 400 | unknown-override | /with/factors/grid.ghg.location~1XXX",
                "{\"kind\": \"email\", \"with\": {\"factors\": {\"grid.ghg.location\": -1}}, \"data\": {\"bytes\": 1}} | 400 | out-of-range | /with/factors/grid.ghg.location",
                "{\"kind\": \"email\", \"with\": {\"factors\": {\"grid.ghg.location\": {\"central\": 1, \"unit\": \"kWh\"}}}, \"data\": {\"bytes\": 1}} | 400 | wrong-unit | /with/factors/grid.ghg.location/unit",
                "{\"kind\": \"email\", \"scenarios\": [{\"name\": \"x\"}], \"data\": {\"bytes\": 1}} | 400 | missing-member | /scenarios/0/with",
                "{\"kind\": \"email\", \"scenarios\": [{\"with\": {}}], \"data\": {\"bytes\": 1}} | 400 | missing-member | /scenarios/0/name",
                "{\"kind\": \"email\", \"methodologies\": [\"guess\"], \"data\": {\"bytes\": 1}} | 400 | unknown-methodology | /methodologies/0",
                "{\"kind\": \"email\", \"time\": \"now\", \"data\": {\"bytes\": 1}} | 400 | invalid-time | /time",
                "{\"kind\": \"email\", \"methodology\": \"guess\", \"data\": {\"bytes\": 1}} | 400 | unknown-methodology | /methodology",
                "{\"kind\": \"email\", \"methodology\": \"ecologits-2026-03\", \"data\": {\"bytes\": 1}} | 400 | unknown-methodology | /methodology",
                "{\"kind\": \"correction\", \"data\": {}} | 422 | kind-not-computed | /kind",
                "7 | 400 | wrong-type | ``",
                "[] | 400 | too-many-items | ``",
                "{\"kind\": | 400 | malformed-json | ",
                "{} {} | 400 | malformed-json | "
            })
    void aBadRequestIsAnsweredWithWhatWhereAndHow(String body, int status, String code, String pointer) {
        post(body)
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + code))
                .body("status", equalTo(status))
                .body("title", notNullValue())
                .body("detail", notNullValue())
                .body("pointer", equalTo(pointer));
        given().get("/problems/{code}", code).then().statusCode(200).body("code", equalTo(code));
    }

    @Test
    void anUnknownMethodologyNamesTheKnownOnes() {
        post("{\"kind\": \"llm-inference\", \"methodology\": \"guess\", \"data\": {}}")
                .statusCode(400)
                .body("detail", containsString("ecologits-2026-03, ecologits-2026-09"));
    }

    @Test
    void severalFaultsOfOneItemAreAllNamed() {
        post("{\"kind\": \"email\", \"data\": {\"recipients\": 0, \"spam\": 1}}")
                .statusCode(400)
                .body("pointer", equalTo("/data/recipients"))
                .body("problems.pointer", equalTo(List.of("/data/recipients", "/data/spam", "/data/bytes")));
    }

    @Test
    void moreThanAHundredItemsAreRefused() {
        post("[" + "7,".repeat(100) + "7]").statusCode(400).body("type", equalTo("/problems/too-many-items"));
    }

    @Test
    void aBodyBeyondOneMebibyteIsRefused() {
        for (int mebibytes : new int[] {1, 3}) {
            post(" ".repeat((mebibytes << 20) + 1))
                    .statusCode(413)
                    .contentType(startsWith("application/problem+json"))
                    .body("type", equalTo("/problems/body-too-large"));
        }
    }

    @Test
    void anotherMediaTypeIsRefused() {
        given().contentType("text/plain")
                .body(Examples.EMAIL)
                .post("/v1/estimates")
                .then()
                .statusCode(415)
                .body("type", equalTo("/problems/unsupported-media-type"))
                .body("detail", containsString("application/json"));
    }

    @Test
    void noAnswerNamesAClass() {
        for (String body : List.of("{", "nul", "{\"kind\": \"email\", \"data\": 1}", "\"\\ud800\"")) {
            assertThat(post(body).extract().asString()).doesNotContain("Exception", "dev.sillage", "com.fasterxml");
        }
    }
}
