package dev.sillage.reporting.query;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.sillage.reporting.platform.Platform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class FootprintRefusalTest {

    @Test
    void tooManyPointsAreRefusedWithTheIntervalThatFits() {
        given().get("/v1/footprints?from=2025-01-01&to=2025-02-01&interval=minute")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/too-many-points"))
                .body("parameter", equalTo("interval"))
                .body("detail", containsString("interval=hour"));
    }

    @Test
    void minutesOfTenYearsAreRefusedWithTheFinestIntervalThatFits() {
        given().get("/v1/footprints?from=2015-01-01&to=2025-01-01&interval=minute")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/too-many-points"))
                .body("detail", containsString("interval=day fits"));
    }

    @Test
    void anUnknownParameterIsAnsweredWithTheKnownOnes() {
        given().get("/v1/footprints?interva=day")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/unknown-parameter"))
                .body(
                        "detail",
                        containsString("from, to, timeZone, interval, groupBy, filter, criterion, basis, phase"));
    }

    @Test
    void aFilterOfAMegabyteIsRefusedAndTheNextQuestionAnswered() {
        given().urlEncodingEnabled(false)
                .get("/v1/footprints?filter=team:" + "a".repeat(1 << 20))
                .then()
                .statusCode(414);

        given().get("/v1/footprints?interval=none").then().statusCode(200);
    }

    @Test
    void aTableIsNotCompared() {
        given().get("/v1/footprints?format=csv&compareTo=previousYear")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("compareTo"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "foo=1 unknown-parameter foo",
                "from=yesterday invalid-parameter from",
                "from=2025-13-01 invalid-parameter from",
                "from=2025-01-01T00:00:00 invalid-parameter from",
                "to=9999999-01-01T00:00:00Z invalid-parameter to",
                "from=2025-01-02&to=2025-01-01 invalid-parameter from",
                "from=2025-01-02&to=2025-01-02 invalid-parameter from",
                "from=2025-01-01&from=2025-01-02 invalid-parameter from",
                "from=1960-01-01 invalid-parameter from",
                "interval=fortnight invalid-parameter interval",
                "groupBy=colour invalid-parameter groupBy",
                "groupBy=team,team invalid-parameter groupBy",
                "groupBy=team,model,kind,zone invalid-parameter groupBy",
                "filter=team invalid-parameter filter",
                "filter=colour:red invalid-parameter filter",
                "filter=team:%00 invalid-parameter filter",
                "criterion=beauty invalid-parameter criterion",
                "format=xml invalid-parameter format",
                "from=1980-01-01&interval=minute too-many-points interval",
                "timeZone=Europe/Atlantis invalid-parameter timeZone",
                "timeZone=UTC%2B2 invalid-parameter timeZone",
                "compareTo=tomorrow invalid-parameter compareTo",
                "compareTo=previousYear&from=1970-01-01&to=1970-01-02 invalid-parameter compareTo",
                "top=3 invalid-parameter top",
                "top=0&groupBy=team invalid-parameter top",
                "top=101&groupBy=team invalid-parameter top",
                "rankBy=energy&groupBy=team invalid-parameter rankBy",
                "top=3&groupBy=team&rankBy=beauty invalid-parameter rankBy",
                "top=3&groupBy=team&criterion=adpe&rankBy=energy invalid-parameter rankBy",
                "basis=both invalid-parameter basis",
                "basis=market&criterion=ghg-operational-location invalid-parameter basis",
                "phase=use invalid-parameter phase",
                "phase=operational&criterion=primary-energy figure-not-stored phase",
                "phase=embodied&criterion=adpe figure-not-stored phase",
                "phase=embodied&criterion=energy figure-not-stored phase",
                "asOf=2026-13-01 invalid-parameter asOf",
                "asOf=2999-01-01 invalid-parameter asOf",
                "asOf=2026-01-01&from=2025-01-01&to=2025-01-02&interval=hour invalid-parameter interval",
                "asOf=2026-01-01&from=2025-01-01T01:00:00Z&to=2025-01-03 invalid-parameter from",
                "asOf=2026-01-01&from=2025-01-01&to=2025-01-03T00:00:30Z invalid-parameter to",
                "asOf=2026-01-01&from=2025-01-01&to=2025-01-03&timeZone=Europe/Paris invalid-parameter timeZone",
                "filter=!=a invalid-parameter filter",
            })
    void aBadQuestionIsRefusedWithTheParameterAndHowToMendIt(String query, String code, String parameter) {
        given().urlEncodingEnabled(false)
                .get("/v1/footprints?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + code))
                .body("parameter", equalTo(parameter))
                .body("title", not(nullValue()))
                .body("detail", not(containsString("Exception")));
    }
}
