package dev.sillage.calculation.reference;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.sillage.calculation.KafkaBroker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(KafkaBroker.class)
class ReferenceTest {

    @Test
    void factorsAreFoundByPrefixAndZone() {
        given().get("/v1/factors?prefix=grid.&zone=FRA")
                .then()
                .statusCode(200)
                .body("total", greaterThan(0))
                .body("factors.key", everyItem(startsWith("grid.")))
                .body("factors.zone", everyItem(equalTo("FRA")))
                .body("factors.source", everyItem(notNullValue()));
    }

    @Test
    void factorsComeInPartsThatAddUp() {
        int total = given().get("/v1/factors?limit=2")
                .then()
                .body("factors", hasSize(2))
                .extract()
                .path("total");

        given().get("/v1/factors?limit=1000&offset=" + (total - 1))
                .then()
                .statusCode(200)
                .body("total", equalTo(total))
                .body("factors", hasSize(1));
    }

    @Test
    void oneFactorHasAllItsZones() {
        given().get("/v1/factors/grid.ghg.location")
                .then()
                .statusCode(200)
                .body("factors.zone", hasItem("FRA"))
                .body("factors.zone", hasItem("WOR"))
                .body("factors.key", everyItem(equalTo("grid.ghg.location")))
                .body("factors.licence", everyItem(notNullValue()));
    }

    @Test
    void anUnknownFactorIsNotFound() {
        given().get("/v1/factors/no.such.factor")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/unknown-factor"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=1001", "limit=many", "offset=-1"})
    void aPartThatCannotBeIsRefused(String query) {
        given().get("/v1/factors?" + query)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-parameter"))
                .body("detail", containsString(query.substring(0, query.indexOf('='))));
    }

    @Test
    void methodologiesSayWhatTheyComputeAndByWhom() {
        given().get("/v1/methodologies")
                .then()
                .statusCode(200)
                .body("id", hasItem("ecologits-2026-03"))
                .body("source", everyItem(notNullValue()))
                .body("find { it.id == 'sillage-2026.1' }.defaultFor", hasItem("llm-inference"))
                .body("find { it.id == 'ecologits-2026-03' }.quirks.fr", not(hasSize(0)))
                .body("find { it.id == 'ecologits-2026-03' }.kinds", contains("llm-inference"))
                .body("find { it.id == 'ecologits-2026-03' }.defaultFor", hasSize(0));
    }

    @Test
    void whatTheHttpLayerRefusesHasATypeToo() {
        given().get("/v1/nothing").then().statusCode(404).body("type", equalTo("/problems/not-found"));
        given().delete("/v1/factors").then().statusCode(405).body("type", equalTo("/problems/method-not-allowed"));
        given().accept("image/png")
                .get("/v1/factors")
                .then()
                .statusCode(406)
                .body("type", equalTo("/problems/not-acceptable"));
    }

    @Test
    void everyKindOfProblemIsDescribed() {
        given().get("/problems")
                .then()
                .statusCode(200)
                .body("size()", equalTo(dev.sillage.calculation.problem.ProblemType.values().length))
                .body("code", hasItem("kind-not-computed"))
                .body("remedy", everyItem(notNullValue()));
        given().get("/problems/none").then().statusCode(404).body("type", equalTo("/problems/not-found"));
    }

    @Test
    void theApiDescriptionHasAnExampleOfEachKind() {
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body(
                        "paths.'/v1/estimates'.post.requestBody.content.'application/json'.examples.keySet()",
                        hasItems(
                                "llm-inference",
                                "embedding",
                                "image-generation",
                                "video-generation",
                                "model-training",
                                "compute",
                                "storage",
                                "data-transfer",
                                "video-streaming",
                                "video-call",
                                "social-feed",
                                "email",
                                "web-page",
                                "web-search",
                                "device-use",
                                "what-if",
                                "array"));
    }

    @Test
    void everySheetThatAMethodologyNamesIsShownInBothLanguages() {
        List<String> sheets = given().get("/v1/methodologies").jsonPath().getList("sheets.flatten()", String.class);

        assertThat(sheets).hasSizeGreaterThan(5).allSatisfy(sheet -> given().get(sheet)
                .then()
                .statusCode(200)
                .body("lines.role", hasItem("step"))
                .body("lines.meaning.fr", everyItem(notNullValue()))
                .body("lines.findAll {it.role == 'factor'}.factors", everyItem(notNullValue()))
                .body("lines.factors.findAll {it != null}.flatten()", not(hasSize(0))));
    }

    @Test
    void aKindWithoutASheetIsAnsweredWithThoseThatThereAre() {
        given().get("/v1/methodologies/ecologits-2026-09/sheets/email")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-sheet"))
                .body("detail", containsString("llm-inference"));
        given().get("/v1/methodologies/guess").then().statusCode(404);
    }

    @Test
    void readinessNamesTheFactorSet() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.name", hasItem("factors"))
                .body("checks.find { it.name == 'factors' }.data.factorSet", startsWith("20"));
    }
}
