package dev.sillage.reporting.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.sillage.reporting.platform.Platform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** That there is no other problem is a rule of the architecture test. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class ProblemPagesTest {

    @Test
    void everyTypeIsListed() {
        assertThat(given().get("/problems").jsonPath().<String>getList("code"))
                .containsExactlyElementsOf(Arrays.stream(ProblemType.values())
                        .map(ProblemType::code)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void theAddressOfEachTypeExplainsIt(ProblemType type) {
        given().get(type.uri())
                .then()
                .statusCode(200)
                .body("type", equalTo(type.uri().toString()))
                .body("title", equalTo(type.title()))
                .body("status", equalTo(type.status()))
                .body("remedy", equalTo(type.remedy()));
    }

    @Test
    void aBrowserGetsAPage() {
        given().accept("text/html,application/xhtml+xml,*/*;q=0.8")
                .get("/problems")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("/problems/too-many-points"))
                .body(containsString("Bearer &lt;credential&gt;"));
        given().accept("text/html")
                .get("/problems/too-many-points")
                .then()
                .statusCode(200)
                .body(containsString("coarser interval"))
                .body(not(containsString("unknown-activity")));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/nothing, 404, not-found",
        "GET, /problems/nothing, 404, not-found",
        "DELETE, /v1/footprints, 405, method-not-allowed",
        "POST, /v1/restatements, 415, unsupported-media-type",
        "GET, /v1/footprints?colour=red, 400, unknown-parameter",
        "GET, /v1/activities/a/b, 404, unknown-activity"
    })
    void whateverIsAnsweredNamesAType(String method, String path, int status, String code) {
        given().contentType("text/plain")
                .request(method, path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + code));
    }

    @Test
    void whatTheHeaderAcceptCannotHaveNamesATypeToo() {
        given().headers(Map.of("Accept", "image/png"))
                .get("/v1/footprints")
                .then()
                .statusCode(406)
                .body("type", equalTo("/problems/not-acceptable"));
    }
}
