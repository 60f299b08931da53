package dev.sillage.calculation.reference;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.sillage.calculation.KafkaBroker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(KafkaBroker.class)
class CatalogueTest {

    @ParameterizedTest
    @CsvSource({
        "source=ember, source, Ember",
        "licence=ODbL, licence, ODbL",
        "quality=suspect, quality, suspect",
        "prefix=hardware.&text=TENSOR, key, hardware.",
        "zone=fr, zone, FRA",
        "zone=FR-COR, zone, FR-COR",
        "zone=aws:eu-west-3, zone, aws:eu-west-3"
    })
    void factorsAreFoundByWhatTheySay(String query, String member, String part) {
        given().get("/v1/factors?" + query)
                .then()
                .statusCode(200)
                .body("total", greaterThan(0))
                .body("factors." + member, everyItem(containsString(part)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"quality=good", "zone=ATL", "zone=aws:eu-atlantis-1"})
    void aFilterThatFitsNothingEverIsRefused(String query) {
        given().get("/v1/factors?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-parameter"))
                .body("detail", containsString(query.substring(0, query.indexOf('='))));
    }

    @Test
    void aFactorTellsWhatItMeans() {
        given().get("/v1/factors/cloud.pue")
                .then()
                .statusCode(200)
                .body("meaning", containsString("facility energy over IT energy"))
                .body("factors.zone", hasItems("aws:eu-west-3", "aws:*"));
    }

    @Test
    void aFactorHasItsHistory() {
        given().get("/v1/factors/network.fixed.energy/history")
                .then()
                .statusCode(200)
                .body("sets.factorSet[0]", equalTo("2026.1"))
                .body("sets.factors.flatten().central", everyItem(equalTo(0.03f)));
        given().get("/v1/factors/hardware.h100.power/history")
                .then()
                .body("sets[0].factors", empty())
                .body("sets[1].factors.central", contains(700.0f));
        given().get("/v1/factors/no.such.factor/history")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-factor"));
    }

    @Test
    void setsAreListedAndCompared() {
        given().get("/v1/factor-sets")
                .then()
                .statusCode(200)
                .body("version", hasItem("2026.1"))
                .body("findAll { it.current }.version", hasSize(1))
                .body("figures", everyItem(notNullValue()));
        given().get("/v1/factor-sets/2026.1/differences/2026.2?limit=1000")
                .then()
                .statusCode(200)
                .body("removed", equalTo(0))
                .body("added", greaterThan(1000))
                .body("changed", greaterThan(200))
                .body("differences.change", everyItem(equalTo("added")));
        given().get("/v1/factor-sets/2026.1/differences/1999.1")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-factor-set"))
                .body("detail", containsString("2026.1"));
    }

    @Test
    void aChangeShowsBothSidesAndTheRatio() {
        int added = given().get("/v1/factor-sets/2026.1/differences/2026.2?limit=1")
                .then()
                .extract()
                .path("added");

        given().get("/v1/factor-sets/2026.1/differences/2026.2?limit=1&offset=" + added)
                .then()
                .body("differences[0].change", equalTo("changed"))
                .body("differences[0].before.key", notNullValue())
                .body("differences[0].after.unit", notNullValue())
                .body("differences[0].ratio", equalTo(1.0f));
    }

    @Test
    void modelsAreListedWithTheClassesBehindThem() {
        given().get("/v1/models?provider=openai&limit=1000")
                .then()
                .statusCode(200)
                .body("models.provider", everyItem(equalTo("openai")))
                .body("models.model", hasItem("gpt-4o"))
                .body("classes.name", hasItems("small", "frontier", "unknown"));
    }

    @Test
    void aNameIsResolvedAndShowsHow() {
        given().get("/v1/models?provider=openai&name=openai/gpt-4o-2024-08-06")
                .then()
                .statusCode(200)
                .body("match.tier", equalTo("registry"))
                .body("match.key", startsWith("model.openai.gpt-4o"))
                .body("match.factors.key", hasItem(startsWith("model.openai.gpt-4o")))
                .body("models", hasSize(1));
        given().get("/v1/models?name=brand-new-haiku")
                .then()
                .body("match.tier", equalTo("class"))
                .body("match.key", equalTo("model-class.medium"))
                .body("match.warnings", hasItem("model-class-fallback"))
                .body("models", empty())
                .body("classes.name", contains("medium"));
        given().queryParam("name", " ")
                .get("/v1/models")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-parameter"));
    }

    @Test
    void zonesTellWhichFactorsTheyHave() {
        given().get("/v1/zones")
                .then()
                .statusCode(200)
                .body("find { it.code == 'FRA' }.alpha2", equalTo("FR"))
                .body("find { it.code == 'FRA' }.factors", hasItems("grid.ghg.location", "grid.water"))
                .body("find { it.code == 'FR-COR' }.partOf", equalTo("FRA"))
                .body("find { it.code == 'AND' }.factors", contains("grid.ghg.marginal"));
    }

    @Test
    void cloudRegionsTellWhatIsKnownOfThem() {
        given().get("/v1/cloud-regions?provider=Amazon&region=EU-WEST-3")
                .then()
                .statusCode(200)
                .body("code", contains("aws:eu-west-3"))
                .body("[0].zone", equalTo("FRA"))
                .body("[0].factors.key", hasItems("cloud.pue", "cloud.grid", "cloud.market"));
        given().get("/v1/cloud-regions?provider=gcp")
                .then()
                .body("provider", everyItem(equalTo("gcp")))
                .body("size()", greaterThan(40));
        given().get("/v1/cloud-regions?region=eu-west-3")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-parameter"));
    }

    @Test
    void publishedFiguresSayThatTheyAreNoFactors() {
        given().get("/v1/published-figures?model=gemini&modality=text")
                .then()
                .statusCode(200)
                .body("use", startsWith("never used as factor"))
                .body("total", greaterThan(3))
                .body("figures.find { it.id == 'pub-001' }.energyWh", equalTo(0.24f))
                .body("figures.find { it.id == 'pub-001' }.accounting", equalTo("market-based"))
                .body("figures.boundary", everyItem(notNullValue()));
        given().get("/v1/published-figures/totals")
                .then()
                .statusCode(200)
                .body("trainingRuns.ghgTonnes", hasItem(284.0191f))
                .body("referenceTotals.activity", hasItem("streaming 1h"));
    }
}
