package dev.sillage.reporting.activity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import com.sun.net.httpserver.HttpServer;
import dev.sillage.footprint.FootprintEvent;
import dev.sillage.footprint.FootprintTopic;
import dev.sillage.footprint.FunctionalUnit;
import dev.sillage.reporting.platform.Footprints;
import dev.sillage.reporting.platform.Log;
import dev.sillage.reporting.platform.Platform;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Beside the report stands whatever the address of the calculation answers, or nobody. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class ActivitiesTest {
    private static final Instant TIME = Instant.parse("2090-01-02T03:04:05.123456Z");
    private static final String SOURCE = "urn:test:activities";
    private static final String DATA = "{\"model\":\"gpt-4o\",\"inputTokens\":12.50}";
    private static final String FIGURES =
            "{\"energy\":{\"unit\":\"kWh\",\"low\":0.0011,\"central\":0.0023,\"high\":0.00470},"
                    + "\"ghg-operational-location\":{\"unit\":\"kgCO2e\",\"low\":1.1E-4,\"central\":0.00023,\"high\":0.00047}}";

    private static boolean published;

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @ConfigProperty(name = "sillage.calculation.url")
    URI calculation;

    private final List<String> asked = new ArrayList<>();
    private @Nullable HttpServer server;

    @BeforeEach
    void publish() {
        if (!published) {
            List<FootprintEvent> footprints = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                footprints.add(activity("n/" + i, TIME.plusSeconds(i / 2), DATA));
            }
            footprints.add(activity("without", TIME.minusSeconds(100), null));
            try (Log log = new Log(servers, database)) {
                log.publish(footprints.stream().map(Footprints::record).toList());
                log.awaitTaken(FootprintTopic.NAME);
            }
            published = true;
        }
    }

    @AfterEach
    void close() {
        if (server != null) {
            server.stop(0);
        }
    }

    @Test
    void theNewestComeFirstAndEachOnOnePageOnly() {
        List<String> seen = new ArrayList<>();
        String cursor = null;
        for (int page = 0; page < 3; page++) {
            JsonPath answer = given().get(
                            "/v1/activities?limit=2&kind=llm-inference" + (cursor == null ? "" : "&cursor=" + cursor))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(answer.getList("activities.id"));
            cursor = answer.getString("next");
        }

        assertThat(seen.subList(0, 5))
                .containsExactlyInAnyOrder("n/0", "n/1", "n/2", "n/3", "n/4")
                .startsWith("n/4");
        assertThat(seen).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void allKindsTogetherAreListedToo() {
        given().queryParam("limit", 1)
                .get("/v1/activities")
                .then()
                .statusCode(200)
                .body("activities[0].id", equalTo("n/4"))
                .body("activities[0].figures.energy.unit", equalTo("kWh"))
                .body("next", notNullValue());
    }

    @Test
    void aKindWithoutActivitiesIsAnEmptyPage() {
        given().queryParam("kind", "compute")
                .get("/v1/activities")
                .then()
                .statusCode(200)
                .body("activities.size()", equalTo(0))
                .body("$", not(hasKey("next")));
    }

    @Test
    void aBadParameterIsAProblemThatSaysHowToMendIt() {
        for (String bad : List.of("limit=0", "limit=many", "cursor=x", "kind=teleport", "page=2", "cursor=")) {
            given().get("/v1/activities?" + bad)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("detail", notNullValue());
        }
    }

    @Test
    void anActivityComesWithItsExplanationAndThatItAgrees() throws Exception {
        answer(200, "{\"figures\":" + FIGURES + ",\"factorSet\":\"2026.1+0123456789ab\",\"trace\":[{\"name\":\"s\"}]}");

        one("n/1")
                .statusCode(200)
                .body("id", equalTo("n/1"))
                .body("time", equalTo("2090-01-02T03:04:05.123456Z"))
                .body("labels.team", equalTo("search"))
                .body("data.model", equalTo("gpt-4o"))
                .body("functionalUnit.unit", equalTo("request"))
                .body("explanation.trace[0].name", equalTo("s"))
                .body("explanationAgrees", equalTo(true))
                .body("$", not(hasKey("explanationNote")))
                .body("$", not(hasKey("problem")));
        assertThat(asked)
                .containsExactly("fr {\"kind\":\"llm-inference\",\"time\":\"2090-01-02T03:04:05.123456Z\","
                        + "\"methodology\":\"sillage-2026.1\",\"data\":" + DATA + "}");
    }

    @Test
    void anExplanationOfOtherFiguresSaysSo() throws Exception {
        answer(200, "{\"figures\":" + FIGURES.replace("0.0023,", "0.002300000001,") + ",\"factorSet\":\"2027.1+ab\"}");

        one("n/1")
                .body("explanationAgrees", equalTo(false))
                .body("explanationNote.code", equalTo("factor-set-changed"))
                .body("explanationNote.detail", containsString("2027.1+ab"));
    }

    @Test
    void aNewFactorSetThatChangesNothingIsMentioned() throws Exception {
        answer(200, "{\"figures\":" + FIGURES + ",\"factorSet\":\"2027.1+ab\"}");

        one("n/1").body("explanationAgrees", equalTo(true)).body("explanationNote.code", equalTo("factor-set-moved"));
    }

    @Test
    void anExplanationThatLacksACriterionDoesNotAgree() throws Exception {
        answer(200, "{\"figures\":{},\"factorSet\":\"2026.1+0123456789ab\"}");

        one("n/1")
                .body("explanationAgrees", equalTo(false))
                .body("explanationNote.code", equalTo("calculation-changed"));
    }

    @Test
    void withoutTheCalculationTheRecordStandsAlone() {
        one("n/1")
                .statusCode(200)
                .body("figures.energy.central", notNullValue())
                .body("$", not(hasKey("explanation")))
                .body("problem.type", equalTo("/problems/calculation-unavailable"));
    }

    @Test
    void whatTheCalculationRefusesIsToldWithItsReason() throws Exception {
        answer(422, "{\"title\":\"no\",\"detail\":\"nothing computes it\"}");

        one("n/1")
                .statusCode(200)
                .body("problem.type", equalTo("/problems/not-explainable"))
                .body("problem.detail", equalTo("nothing computes it"));
    }

    @Test
    void anAnswerThatIsNotJsonOrTooLargeIsNoExplanation() throws Exception {
        answer(200, "<html>");
        one("n/1").statusCode(200).body("problem.type", equalTo("/problems/not-explainable"));
        close();
        answer(200, "[" + " ".repeat(3 << 20) + "]");
        one("n/1").statusCode(200).body("problem.type", equalTo("/problems/calculation-unavailable"));
    }

    @Test
    void anActivityWithoutItsInputsCannotBeExplained() {
        one("without").statusCode(200).body("problem.type", equalTo("/problems/inputs-not-kept"));
    }

    @Test
    void anActivityThatIsNotThereIsAProblem() {
        one("none")
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/unknown-activity"));
    }

    private ValidatableResponse one(String id) {
        return given().header("Accept-Language", "fr")
                .get("/v1/activities/{source}/{id}", SOURCE, id)
                .then();
    }

    private void answer(int status, String body) throws IOException {
        server = HttpServer.create(new InetSocketAddress(calculation.getHost(), calculation.getPort()), 0);
        server.createContext("/v1/estimates", exchange -> {
            asked.add(exchange.getRequestHeaders().getFirst("Accept-Language") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    private static FootprintEvent activity(String id, Instant time, @Nullable String data) {
        return Footprints.with(
                Footprints.prompt(id, time, "activities"), List.of(), FunctionalUnit.rounded("request", 1), data);
    }
}
