package dev.sillage.calculation.access;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.sillage.calculation.KafkaBroker;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every credential at what it opens and does not open. */
@QuarkusTest
@WithTestResource(KafkaBroker.class)
@TestProfile(KeyProfile.class)
class AccessMatrixTest {
    private static final String EMAIL = "{\"kind\": \"email\", \"data\": {\"bytes\": 75000, \"recipients\": 1}}";
    private static final String LINE =
            "{\"source\":\"/s\",\"id\":\"1\",\"kind\":\"email\",\"time\":\"2026-11-23T09:30:00Z\","
                    + "\"acceptedAt\":\"2026-11-23T09:30:01Z\",\"data\":{\"bytes\":1}}\n";
    private static final String PUE = "{\"unit\": \"1\", \"central\": 1.1, \"source\": \"meters\"}";

    @ParameterizedTest
    @CsvSource({
        "none,            401",
        "basic,           401",
        "nonsense,        401",
        "unknown,         401",
        "wrong-secret,    401",
        "expired,         401",
        "acme-ingest,     403",
        "acme-admin,      403",
        "acme-read,       200",
        "globex-read,     200",
    })
    void estimatesNeedTheScopeRead(String credential, int status) {
        Response answer =
                with(credential).contentType(ContentType.JSON).body(EMAIL).post("/v1/estimates");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo(status == 401 ? "Bearer realm=\"sillage\"" : null);
    }

    @ParameterizedTest
    @CsvSource({"none, 401", "acme-read, 403", "acme-ingest, 403", "acme-admin, 200", "acme-read-admin, 200"})
    void onlyAnAdminSetsAnOwnFactor(String credential, int status) {
        Response answer =
                with(credential).contentType(ContentType.JSON).body(PUE).put("/v1/own-factors/datacentre.pue");

        assertThat(answer.statusCode() / 100).as(answer.asString()).isEqualTo(status / 100);
        assertThat(answer.statusCode() == 403).isEqualTo(status == 403);
    }

    @ParameterizedTest
    @CsvSource({"none, 401", "acme-read, 403", "acme-admin, 403", "operator, 200"})
    void metricsOfAllTenantsAreForTheOperator(String credential, int status) {
        with(credential).get("/q/metrics").then().statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({
        "none,            401",
        "acme-ingest,     403",
        "acme-read,       403",
        "acme-admin,      403",
        "acme-read-admin, 403",
        "service,         200",
    })
    void onlyOurServicesComputeForAnyTenantAgain(String credential, int status) {
        for (Response answer : List.of(
                with(credential)
                        .contentType("application/x-ndjson")
                        .body(LINE.getBytes(UTF_8))
                        .post("/v1/recalculations?tenant=acme"),
                with(credential).get("/v1/recalculations/state?tenant=acme"))) {
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        }
    }

    @Test
    void theKeyOfOurServicesOpensNothingElseAndComputesWithTheFactorsOfTheTenantThatItNames() {
        with("service")
                .contentType(ContentType.JSON)
                .body(EMAIL)
                .post("/v1/estimates")
                .then()
                .statusCode(403);

        with("service")
                .contentType("application/x-ndjson")
                .body(LINE.getBytes(UTF_8))
                .post("/v1/recalculations?tenant=globex")
                .then()
                .statusCode(200)
                .body(containsString("\"tenant\":\"globex\""));
        with("service")
                .contentType("application/x-ndjson")
                .body(LINE.getBytes(UTF_8))
                .post("/v1/recalculations")
                .then()
                .body(containsString("\"tenant\":\"sillage\""));
    }

    @Test
    void anOwnFactorIsSeenByItsTenantAlone() {
        with("acme-admin")
                .contentType(ContentType.JSON)
                .body(PUE.replace("meters", "secret of acme"))
                .put("/v1/own-factors/datacentre.pue")
                .then()
                .statusCode(not(403));

        with("acme-read").get("/v1/own-factors").then().statusCode(200).body(containsString("secret of acme"));
        with("globex-read").get("/v1/own-factors").then().statusCode(200).body(not(containsString("secret")));
    }

    @Test
    void noEndpointUnderV1AnswersWithoutACredential() {
        Map<String, Map<String, Map<String, Object>>> paths = given().queryParam("format", "json")
                .get("/q/openapi")
                .jsonPath()
                .getMap("paths");

        assertThat(paths.keySet()).anyMatch(path -> path.startsWith("/v1/"));
        paths.forEach((path, methods) -> {
            if (path.startsWith("/v1")) {
                methods.keySet().stream()
                        .filter(method ->
                                List.of("get", "post", "put", "delete").contains(method))
                        .forEach(method -> assertThat(given().contentType(mediaType(methods.get(method)))
                                        .body((method.equals("get") ? "" : "{}").getBytes(UTF_8))
                                        .request(method.toUpperCase(Locale.ROOT), path.replaceAll("\\{\\w+}", "x"))
                                        .statusCode())
                                .as(method + " " + path)
                                .isEqualTo(401));
            }
        });
    }

    /** One that the operation takes: another one would be refused for that. */
    private static String mediaType(Map<String, Object> operation) {
        return operation.get("requestBody") instanceof Map<?, ?> body
                        && body.get("content") instanceof Map<?, ?> content
                ? content.keySet().iterator().next().toString()
                : "application/json";
    }

    @ParameterizedTest
    @CsvSource({"/q/health/live", "/q/openapi", "/problems"})
    void whatHoldsNoDataOfATenantIsOpen(String path) {
        given().get(path).then().statusCode(200);
    }

    private static RequestSpecification with(String credential) {
        String authorization = KeyProfile.authorization(credential);
        return authorization.isEmpty() ? given() : given().header("Authorization", authorization);
    }
}
