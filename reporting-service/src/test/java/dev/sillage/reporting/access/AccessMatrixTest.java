package dev.sillage.reporting.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.sillage.footprint.FootprintEvent;
import dev.sillage.footprint.FootprintTopic;
import dev.sillage.reporting.platform.Footprints;
import dev.sillage.reporting.platform.Log;
import dev.sillage.reporting.platform.ParquetTable;
import dev.sillage.reporting.platform.Platform;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every credential at what it opens and does not open. */
@QuarkusTest
@WithTestResource(Platform.class)
@TestProfile(KeyProfile.class)
class AccessMatrixTest {
    private static final String RESTATE = "{\"from\": \"x\"}";

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @ParameterizedTest
    @CsvSource({
        "none,            /v1/footprints,     401",
        "basic,           /v1/footprints,     401",
        "nonsense,        /v1/footprints,     401",
        "unknown,         /v1/footprints,     401",
        "wrong-secret,    /v1/footprints,     401",
        "expired,         /v1/footprints,     401",
        "acme-ingest,     /v1/footprints,     403",
        "acme-admin,      /v1/footprints,     403",
        "acme-read,       /v1/footprints,     200",
        "acme-read-admin, /v1/footprints,     200",
        "globex-read,     /v1/footprints,     200",
        "none,            /v1/live,           401",
        "acme-ingest,     /v1/live,           403",
        "acme-read,       /v1/activities,     200",
        "acme-ingest,     /v1/activities,     403",
        "acme-ingest,     /v1/activities?format=parquet, 403",
        "none,            /v1/activities?format=parquet, 401",
        "acme-read,       /v1/sources,        200",
        "acme-ingest,     /v1/sources,        403",
        "acme-read,       /v1/intensity,      200",
        "acme-ingest,     /v1/intensity,      403",
        "acme-read,       /v1/footprints/top?criterion=energy, 200",
        "acme-ingest,     /v1/footprints/top?criterion=energy, 403",
        "acme-read,       /v1/reconciliation, 200",
        "acme-read,       /v1/conflicts,      200",
        "acme-ingest,     /v1/conflicts,      403",
        "acme-read,       /v1/avoided,        200",
        "acme-read,       /v1/dimensions,     200",
        "acme-read,       /v1/unknown-models, 200",
        "acme-read,       /v1/restatements,   200",
        "acme-read,       /v1/audit,          403",
        "acme-admin,      /v1/audit,          200",
        "acme-read-admin, /v1/audit,          200",
    })
    void aCredentialOpensWhatItsScopeSays(String credential, String path, int status) {
        Response answer = with(credential).get(path);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo(status == 401 ? "Bearer realm=\"sillage\"" : null);
        assertThat(answer.contentType()).startsWith(status == 200 ? "application/json" : "application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({"none, 401", "acme-read, 403", "acme-ingest, 403", "acme-admin, 400", "globex-admin, 400"})
    void onlyAnAdminChangesTheReport(String credential, int status) {
        with(credential)
                .contentType(ContentType.JSON)
                .body(RESTATE)
                .post("/v1/restatements")
                .then()
                .statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({"none, 401", "acme-read, 403", "acme-admin, 403", "operator, 200"})
    void metricsOfAllTenantsAreForTheOperator(String credential, int status) {
        with(credential).get("/q/metrics").then().statusCode(status);
    }

    @Test
    void aTenantSeesNothingOfAnother() {
        try (Log log = new Log(servers, database)) {
            log.publish(List.of(Footprints.record(ofTenant("globex", "secret-1"))));
            log.awaitTaken(FootprintTopic.NAME);
        }

        with("globex-read")
                .get("/v1/activities/urn:test:matrix/secret-1")
                .then()
                .statusCode(200);
        with("acme-read").get("/v1/activities/urn:test:matrix/secret-1").then().statusCode(404);
        for (String path : List.of(
                "/v1/footprints?from=2026-03-01&to=2026-03-02&groupBy=project",
                "/v1/footprints?from=2026-03-01&to=2026-03-02&groupBy=project&top=5&compareTo=previousYear",
                "/v1/footprints?from=2026-03-01&to=2026-03-02&groupBy=project&format=csv&interval=none",
                "/v1/footprints/top?from=2026-03-01&to=2026-03-02&criterion=energy",
                "/v1/intensity?from=2026-03-01&to=2026-03-02&groupBy=project",
                "/v1/sources?from=2026-03-01&to=2026-03-02",
                "/v1/activities",
                "/v1/activities?kind=llm-inference",
                "/v1/activities?source=urn:test:matrix",
                "/v1/activities?format=csv",
                "/v1/dimensions",
                "/v1/unknown-models",
                "/v1/conflicts",
                "/v1/reconciliation")) {
            with("acme-read").get(path).then().statusCode(200).body(not(containsString("secret")));
        }
        with("globex-read")
                .get("/v1/footprints?from=2026-03-01&to=2026-03-02&groupBy=project")
                .then()
                .body("totals.activities", equalTo(1));
    }

    @Test
    void aFileOfATenantHoldsNothingOfAnother() {
        try (Log log = new Log(servers, database)) {
            log.publish(List.of(Footprints.record(Footprints.ofTenant(
                    "globex",
                    "urn:test:matrix-file",
                    Footprints.prompt("secret-2", Instant.parse("2026-04-01T12:00:00Z"), "secret")))));
            log.awaitTaken(FootprintTopic.NAME);
        }

        try (ParquetTable own = downloaded("globex-read");
                ParquetTable others = downloaded("acme-read")) {
            assertThat(own.rows("SELECT DISTINCT tenant FROM it WHERE source = 'urn:test:matrix-file'"))
                    .containsExactly(List.of("globex"));
            assertThat(others.rows("SELECT id FROM it WHERE tenant <> 'acme' OR source = 'urn:test:matrix-file'"))
                    .isEmpty();
        }
    }

    private static ParquetTable downloaded(String credential) {
        Response answer = with(credential).get("/v1/activities?format=parquet");
        assertThat(answer.statusCode()).isEqualTo(200);
        return ParquetTable.of(answer.asByteArray());
    }

    @Test
    void noEndpointUnderV1AnswersWithoutACredential() {
        Map<String, Map<String, Object>> paths = given().queryParam("format", "json")
                .get("/q/openapi")
                .jsonPath()
                .getMap("paths");

        assertThat(paths.keySet()).anyMatch(path -> path.startsWith("/v1/"));
        paths.forEach((path, methods) -> {
            if (path.startsWith("/v1")) {
                methods.keySet().stream()
                        .filter(method ->
                                List.of("get", "post", "put", "delete").contains(method))
                        .forEach(method -> assertThat(given().contentType(ContentType.JSON)
                                        .body(method.equals("get") ? "" : "{}")
                                        .request(method.toUpperCase(Locale.ROOT), path.replaceAll("\\{\\w+}", "x"))
                                        .statusCode())
                                .as(method + " " + path)
                                .isEqualTo(401));
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"/", "/sign-in", "/q/health/live", "/q/openapi"})
    void whatHoldsNoDataOfATenantIsOpen(String path) {
        given().get(path).then().statusCode(200);
    }

    @Test
    void theCookieOfASignInReadsAndNeverChangesAnything() {
        String session = given().redirects()
                .follow(false)
                .formParam("credential", KeyProfile.key("acme-read-admin"))
                .post("/sign-in")
                .then()
                .statusCode(303)
                .header("Set-Cookie", containsString("HttpOnly"))
                .header("Set-Cookie", containsString("SameSite=Strict"))
                .extract()
                .cookie("sillage-session");

        given().cookie("sillage-session", session).get("/v1/footprints").then().statusCode(200);
        given().cookie("sillage-session", session)
                .contentType(ContentType.JSON)
                .body(RESTATE)
                .post("/v1/restatements")
                .then()
                .statusCode(401);
        given().redirects().follow(false).post("/sign-out").then().cookie("sillage-session", "");
    }

    @ParameterizedTest
    @CsvSource({"acme-ingest", "expired", "unknown"})
    void aCredentialThatCannotReadIsRefusedAtTheForm(String credential) {
        String shown = KeyProfile.authorization(credential).replace("Bearer ", "");

        given().formParam("credential", shown)
                .post("/sign-in")
                .then()
                .statusCode(403)
                .body(not(containsString(shown)));
    }

    @Test
    void aKeyThatIsRevokedWhileTheServiceRunsEndsWithinSeconds() throws IOException {
        with("revoked-later").get("/v1/dimensions").then().statusCode(200);

        KeyProfile.revoke("revoked-later");

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> with("revoked-later").get("/v1/dimensions").then().statusCode(401));
    }

    private static RequestSpecification with(String credential) {
        String authorization = KeyProfile.authorization(credential);
        return authorization.isEmpty() ? given() : given().header("Authorization", authorization);
    }

    private static FootprintEvent ofTenant(String tenant, String id) {
        FootprintEvent plain = Footprints.prompt(id, Instant.parse("2026-03-01T12:00:00Z"), "secret");
        return Footprints.ofTenant(tenant, "urn:test:matrix", plain);
    }
}
