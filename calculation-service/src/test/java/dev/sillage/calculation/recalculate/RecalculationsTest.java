package dev.sillage.calculation.recalculate;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sillage.activity.ActivityKind;
import dev.sillage.calculation.KafkaBroker;
import dev.sillage.calculation.Topics;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.footprint.FootprintTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(KafkaBroker.class)
class RecalculationsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String LINES = "application/x-ndjson";
    private static final String DATA =
            "{\"provider\":\"openai\",\"model\":\"gpt-4o\",\"inputTokens\":900,\"outputTokens\":400}";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String address;

    @TestHTTPResource("/v1/recalculations")
    URI url;

    @Inject
    Turns turns;

    @Inject
    FactorCatalogue factors;

    @Test
    void anActivityIsComputedToTheVeryBytesThatTheStreamPublishes() throws Exception {
        ProducerRecord<byte[], byte[]> sent = Topics.activity(
                "again", ActivityKind.LLM_INFERENCE, DATA.replace("}", ",\"labels\":{\"team\":\"é\"}}"));
        Topics.header(sent, "ce_warnings", "aggregated");
        Topics.header(sent, "ce_subject", "someone");
        byte[] published;
        try (Topics topics = new Topics(address)) {
            topics.publish(List.of(sent));
            List<ConsumerRecord<byte[], byte[]>> found = topics.await(FootprintTopic.NAME, 1, Topics.idBegins("again"));
            published = found.get(0).value();
        }

        Response answer = post(
                "?tenant=" + Topics.TENANT,
                "{\"source\":\"urn:test\",\"id\":\"again\",\"kind\":\"llm-inference\",\"time\":\"2026-11-23T10:15:30Z\","
                        + "\"acceptedAt\":\"2026-11-23T10:15:31.250Z\",\"subject\":\"someone\",\"labels\":{\"team\":\"é\"},"
                        + "\"warnings\":[\"aggregated\"],\"data\":" + DATA + "}\n");

        assertThat(answer.contentType()).startsWith(LINES);
        assertThat(answer.header("Sillage-Factor-Set")).isEqualTo(factors.version());
        assertThat(new String(answer.asByteArray(), UTF_8)).isEqualTo(new String(published, UTF_8) + "\n");
    }

    @Test
    void theMethodologyThatIsWantedComputesTheKindsThatItKnows() {
        String body = line("a", "llm-inference", DATA) + line("b", "email", "{\"bytes\":1}");

        List<JsonNode> results = results(post("?methodology=ecologits-2026-09", body));

        assertThat(results).hasSize(2);
        assertThat(results.get(0).path("methodology").asText()).isEqualTo("ecologits-2026-09");
        assertThat(results.get(1).at("/problem/reason").asText()).isEqualTo("kind-not-computed");
        assertThat(results.get(1).at("/problem/detail").asText()).contains("email");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"source\":                                                        | unreadable-data",
                "{\"source\":\"/s\",\"id\":\"1\",\"kind\":\"email\",\"time\":\"2026-11-23T09:30:00Z\",\"acceptedAt\":\"2026-11-23T09:30:01Z\",\"data\":{\"bytes\":1}} {} | unreadable-data",
                "[]                                                                  | invalid-value",
                "{}                                                                  | invalid-value",
                "{\"source\":\"/s\",\"id\":\"1\",\"kind\":\"email\",\"time\":\"now\",\"acceptedAt\":\"2026-11-23T09:30:01Z\",\"data\":{\"bytes\":1}}                  | invalid-value",
                "{\"source\":\"/s\",\"id\":\"1\",\"kind\":\"nap\",\"time\":\"2026-11-23T09:30:00Z\",\"acceptedAt\":\"2026-11-23T09:30:01Z\",\"data\":{}}              | invalid-value",
                "{\"source\":\"/s\",\"id\":\"1\",\"kind\":\"email\",\"time\":\"2026-11-23T09:30:00Z\",\"acceptedAt\":\"2026-11-23T09:30:01Z\",\"data\":{\"bytes\":-1}} | invalid-value",
                "{\"source\":\"/s\",\"id\":\"1\",\"kind\":\"email\",\"time\":\"2026-11-23T09:30:00Z\",\"acceptedAt\":\"2026-11-23T09:30:01Z\",\"data\":{\"bytes\":1},\"x\":1} | invalid-value",
                "{\"source\":\"/s\",\"id\":\"1\",\"kind\":\"email\",\"time\":\"2026-11-23T09:30:00Z\",\"acceptedAt\":\"2026-11-23T09:30:01Z\",\"data\":[]}            | invalid-value",
                "{\"source\":\"/s\",\"id\":\"1\",\"kind\":\"retraction\",\"time\":\"2026-11-23T09:30:00Z\",\"acceptedAt\":\"2026-11-23T09:30:01Z\",\"data\":{}}       | kind-not-computed",
                "{\"source\":\"/s\",\"id\":\"1\",\"kind\":\"avoidance\",\"time\":\"2026-11-23T09:30:00Z\",\"acceptedAt\":\"2026-11-23T09:30:01Z\",\"data\":{}}        | kind-not-computed"
            })
    void aBrokenLineCostsOnlyItself(String broken, String reason) {
        List<JsonNode> results = results(post(
                "",
                line("before", "email", "{\"bytes\":1}") + broken + "\r\n\n" + line("after", "llm-inference", DATA)));

        assertThat(results).hasSize(3);
        assertThat(results.get(0).at("/activity/id").asText()).isEqualTo("before");
        assertThat(results.get(1).at("/problem/reason").asText())
                .as(results.get(1).toString())
                .isEqualTo(reason);
        assertThat(results.get(2).at("/activity/id").asText()).isEqualTo("after");
    }

    @Test
    void aProblemIsToldAsTheBookOfRecordLooksForIt() {
        String answer = post("", "{}\n").asString();

        assertThat(answer).startsWith("{\"problem\":{\"reason\":\"invalid-value\",\"detail\":\"");
    }

    @Test
    void aLineThatIsTooLongCostsOnlyItselfAndTakesNoMemory() {
        String body = line("a", "email", "{\"bytes\":1}") + "x".repeat(Lines.MAX_BYTES + 1) + "\n"
                + line("b", "email", "{\"bytes\":1}");

        List<JsonNode> results = results(post("", body));

        assertThat(results).hasSize(3);
        assertThat(results.get(1).at("/problem/detail").asText()).contains("32768");
        assertThat(results.get(2).at("/activity/id").asText()).isEqualTo("b");
    }

    @Test
    void tooManyAndNoLinesAreRefusedAsAWhole() {
        String many = "{}\n".repeat(Lines.MAX_COUNT + 1);

        for (String body : List.of(many, "", "\n \r\n")) {
            given().contentType(LINES)
                    .body(body.getBytes(UTF_8))
                    .post("/v1/recalculations")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("type", equalTo("/problems/too-many-items"))
                    .body("detail", containsString("10000"));
        }
    }

    @Test
    void aPageThatIsLargerThanOtherBodiesMayBeIsTakenAndOneThatIsTooLargeRefused() {
        String padding = " ".repeat(3000);
        String page = line("a", "email", "{\"bytes\":1" + padding + "}").repeat(2000);

        assertThat(results(post("", page))).hasSize(2000);

        given().contentType(LINES)
                .body(("{" + " ".repeat(30_000) + "}\n").repeat(1000).getBytes(UTF_8))
                .post("/v1/recalculations")
                .then()
                .statusCode(413)
                .body("detail", containsString("24 MiB"));
        given().contentType("application/json")
                .body("[" + " ".repeat(2 << 20) + "]")
                .post("/v1/estimates")
                .then()
                .statusCode(413)
                .body("detail", containsString("1 MiB"));
    }

    @Test
    void anUnknownMethodologyOrTenantIsRefusedWithWhatThereIs() {
        given().contentType(LINES)
                .body(line("a", "email", "{\"bytes\":1}").getBytes(UTF_8))
                .post("/v1/recalculations?methodology=astrology-1")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/unknown-methodology"))
                .body("detail", containsString("ecologits-2026-09"));
        for (String path : List.of("/v1/recalculations", "/v1/recalculations/state")) {
            (path.endsWith("state")
                            ? given().queryParam("tenant", "a b").get(path)
                            : given().queryParam("tenant", "a b")
                                    .contentType(LINES)
                                    .body("{}".getBytes(UTF_8))
                                    .post(path))
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/invalid-parameter"));
        }
    }

    @Test
    void theStateTellsFactorSetAndMethodologies() {
        given().get("/v1/recalculations/state?tenant=local")
                .then()
                .statusCode(200)
                .body("factorSet", equalTo(factors.version()))
                .body("methodologies.id", hasItems("sillage-2026.1", "swd-4", "ccf-1"))
                .body("methodologies.find { it.id == 'swd-4' }.kinds", equalTo(List.of("web-page")))
                .body("methodologies.find { it.id == 'sillage-2026.1' }.defaultFor", hasItem("email"));
    }

    @Test
    void theOwnFactorsOfTheTenantHoldAndAreTold() {
        String path = "/v1/own-factors/datacentre.pue";
        String before = post("?tenant=local", line("a", "llm-inference", DATA)).asString();
        try {
            given().contentType("application/json")
                    .body("{\"unit\": \"1\", \"central\": 9, \"source\": \"meters\"}")
                    .put(path)
                    .then()
                    .statusCode(200);

            Response mine = post("?tenant=local", line("a", "llm-inference", DATA));
            Response others = post("?tenant=other", line("a", "llm-inference", DATA));

            assertThat(mine.header("Sillage-Factor-Set"))
                    .startsWith(factors.version() + "~own.")
                    .isEqualTo(given().get("/v1/recalculations/state").path("factorSet"))
                    .isEqualTo(results(mine).get(0).path("factorSet").asText());
            assertThat(others.header("Sillage-Factor-Set")).isEqualTo(factors.version());
            assertThat(others.asString().replace("\"other\"", "\"local\"")).isEqualTo(before);
        } finally {
            given().delete(path);
        }
    }

    /** The least of many, because other work on this machine only adds to it. */
    @Test
    void aPageOfAThousandActivitiesTakesLessThanFiftyMilliseconds() throws Exception {
        StringBuilder page = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            page.append(line("page-" + i, "llm-inference", DATA.replace("400", String.valueOf(100 + i))));
        }
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Content-Type", LINES)
                .POST(BodyPublishers.ofString(page.toString()))
                .build();
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        long best = Long.MAX_VALUE;

        for (int i = 0; i < 60; i++) {
            long begin = System.nanoTime();
            String answer = http.send(request, BodyHandlers.ofString()).body();
            best = Math.min(best, System.nanoTime() - begin);
            assertThat(answer.lines()).hasSize(1000).allMatch(line -> line.contains("\"figures\""));
        }

        assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(50));
    }

    @Test
    void whoeverComesWhileAsManyAreAtWorkAsMayBeIsToldToComeAgain() throws Exception {
        for (int i = 0; i < Turns.AT_A_TIME; i++) {
            assertThat(turns.take()).isTrue();
        }
        try {
            given().contentType(LINES)
                    .body(line("a", "email", "{\"bytes\":1}").getBytes(UTF_8))
                    .post("/v1/recalculations")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "5")
                    .body("type", equalTo("/problems/not-now"));
        } finally {
            for (int i = 0; i < Turns.AT_A_TIME; i++) {
                turns.giveBack();
            }
        }
        for (int i = 0; i <= Turns.AT_A_TIME; i++) {
            post("", line("a", "email", "{\"bytes\":1}"));
        }
    }

    private static Response post(String query, String body) {
        Response answer = given().contentType(LINES).body(body.getBytes(UTF_8)).post("/v1/recalculations" + query);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer;
    }

    private static List<JsonNode> results(Response answer) {
        return Arrays.stream(answer.asString().split("\n", -1))
                .filter(line -> !line.isEmpty())
                .map(RecalculationsTest::json)
                .toList();
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (Exception e) {
            throw new AssertionError(line, e);
        }
    }

    private static String line(String id, String kind, String data) {
        return "{\"source\":\"/s\",\"id\":\"" + id + "\",\"kind\":\"" + kind
                + "\",\"time\":\"2026-11-23T09:30:00Z\",\"acceptedAt\":\"2026-11-23T09:30:01Z\",\"labels\":{},\"warnings\":[],\"data\":"
                + data + "}\n";
    }
}
