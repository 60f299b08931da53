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
