package dev.sillage.ingestion.otlp;

import static dev.sillage.ingestion.StoredActivities.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sillage.ingestion.Broker;
import dev.sillage.ingestion.Door;
import dev.sillage.ingestion.Door.Answer;
import dev.sillage.ingestion.StoredActivities;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Metrics over HTTP become the activities that {@code expected.json} says, each once. */
@QuarkusTest
@WithTestResource(Broker.class)
class MetricsTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @ParameterizedTest
    @EnumSource
    void deltaHistogramsAreCountedAsTheyAre(Encoding encoding) throws IOException {
        assertVectors(encoding, "metrics_token_usage_delta.json");
    }

    @ParameterizedTest
    @EnumSource
    void cumulativeHistogramsAreCountedByDifferenceAndAgainFromZeroAfterARestart(Encoding encoding) throws IOException {
        assertVectors(
                encoding,
                "metrics_token_usage_cumulative_1.json",
                "metrics_token_usage_cumulative_2.json",
                "metrics_token_usage_cumulative_3_reset.json");
    }

    @ParameterizedTest
    @EnumSource
    void ofAnExponentialHistogramSumAndCountAreRead(Encoding encoding) throws IOException {
        assertVectors(encoding, "metrics_exponential_histogram.json");
    }

    @ParameterizedTest
    @EnumSource
    void theComingCountersAreRead(Encoding encoding) throws IOException {
        assertVectors(encoding, "metrics_inference_counters_next.json");
    }

    @Test
    void aRequestThatIsRepeatedIsCountedOnce() {
        String service = newService();
        String first = request(service, histogram("input", 2, 100, 160, 10, 1000));
        String second = request(service, histogram("input", 2, 100, 220, 15, 1700));

        post(first);
        post(first);
        post(second);
        post(first);
        post(second);
        post(request(service, histogram("input", 2, 100, 280, 16, 1800)));

        await().atMost(LIMIT).untilAsserted(() -> assertThat(inputs(service)).containsExactly(1000L, 700L, 100L));
    }

    @Test
    void seriesOfSeveralProcessesThatShareTheirNameAreCountedApart() {
        String service = newService();

        post(request(service, histogram("input", 2, 100, 160, 10, 1000)));
        post(request(service, histogram("input", 2, 130, 170, 5, 300)));
        post(request(service, histogram("input", 2, 100, 220, 11, 1100)));
        post(request(service, histogram("input", 2, 130, 230, 6, 350)));

        await().atMost(LIMIT).untilAsserted(() -> assertThat(inputs(service)).containsExactly(1000L, 300L, 100L, 50L));
    }

    @Test
    void twoScopesOfOneProcessThatTellTheSameAttributesAreCountedApart() {
        String service = newService();
        String body = "{\"resourceMetrics\":[{\"resource\":{\"attributes\":["
                + Payloads.attributes("service.name", service) + "]},\"scopeMetrics\":["
                + "{\"scope\":{\"name\":\"one\"},\"metrics\":[@]},{\"scope\":{\"name\":\"two\"},\"metrics\":[@]}]}]}";

        post(body.replace("@", histogram("input", 2, 100, 160, 10, 1000)));
        post(body.replace("@", histogram("input", 2, 100, 220, 11, 1100)));

        await().atMost(LIMIT).untilAsserted(() -> assertThat(inputs(service)).containsExactly(2000L, 200L));
    }

    @Test
    void twoNamesThatOneModelAnsweredAreItsCalls() {
        String service = newService();
        String one = histogram("input", 1, 100, 160, 10, 1000)
                .replace(
                        "\"attributes\":[",
                        "\"attributes\":[" + Payloads.attributes("gen_ai.response.model", "gpt-x") + ",");

        post(request(service, one, one.replace("\"gpt-4o\"", "\"latest\"")));

        await().atMost(LIMIT).untilAsserted(() -> assertThat(inputs(service)).containsExactly(2000L));
    }

    @Test
    void tokensThatAreToldAsSumAndByModalityAreCountedOnceAlsoInTwoRequests() {
        String service = newService();
        String total = histogram("input", 1, 100, 160, 10, 1000);
        String byModality = total.replace("gen_ai.client.token.usage", "gen_ai.client.inference.tokens")
                .replace("\"histogram\"", "\"sum\"")
                .replace("\"dataPoints\"", "\"isMonotonic\":true,\"dataPoints\"")
                .replace("\"count\":\"10\",\"sum\":1000", "\"asInt\":\"1000\"");

        post(request(service, total));
        post(request(service, byModality));
        post(request(service, histogram("output", 1, 100, 160, 10, 7)));

        await().atMost(LIMIT).untilAsserted(() -> assertThat(of(service)).hasSize(2));
        assertThat(inputs(service).stream().mapToLong(Long::longValue).sum()).isEqualTo(1000);
    }

    @Test
    void inputAndOutputOfOneMomentThatCameInTwoRequestsAreBothCounted() {
        String service = newService();

        post(request(service, histogram("input", 1, 100, 160, 10, 1000)));
        post(request(service, histogram("output", 1, 100, 160, 10, 70)));

        await().atMost(LIMIT).untilAsserted(() -> assertThat(of(service)).hasSize(2));
        List<ConsumerRecord<byte[], byte[]>> records = of(service);
        assertThat(header(records.get(1), "ce_id")).startsWith(header(records.get(0), "ce_id") + ":output:");
        assertThat(data(records.get(1)).get("outputTokens").asLong()).isEqualTo(70);
        assertThat(data(records.get(1)).get("inputTokens").asLong()).isZero();
        assertThat(header(records.get(1), "ce_warnings")).isEqualTo("aggregated input-tokens-missing");
    }

    @Test
    void aServiceThatSendsSpansIsCountedByThoseAlone() {
        String service = newService();
        String other = newService();
        String traceId = Payloads.newTraceId();
        Payloads.postJson(
                "/v1/traces",
                Payloads.requestOf(Payloads.attributes("service.name", service), Payloads.chat(traceId, 1)));

        post(request(service, histogram("input", 2, 100, 160, 10, 1000)));
        post(request(other, histogram("input", 2, 100, 160, 10, 1000)));

        await().atMost(LIMIT).untilAsserted(() -> assertThat(inputs(other)).containsExactly(1000L));
        await().atMost(LIMIT).untilAsserted(() -> assertThat(metric("sillage_ingestion_series_spans_won_total"))
                .isPositive());
        assertThat(of(service)).extracting(record -> header(record, "ce_id")).containsExactly(Payloads.id(traceId, 1));
    }

    @Test
    void dataPointsThatCannotBeAreRefusedAloneAndTheReasonIsTold() {
        String service = newService();

        Answer answer = post(request(
                service,
                histogram("input", 1, 100, 160, 10, 1000),
                histogram("input", 1, 100, 160, 10, -1),
                histogram("input", 3, 100, 160, 10, 5),
                histogram("thought", 1, 100, 160, 10, 5),
                histogram("input", 1, 200, 160, 10, 5),
                histogram("input", 1, 100, 4_000_000_000L, 10, 5),
                "{\"name\":\"gen_ai.client.token.usage\",\"gauge\":{\"dataPoints\":[{\"asInt\":\"1\"}]}}",
                "{\"name\":\"http.server.duration\",\"gauge\":{\"dataPoints\":[{\"asInt\":\"1\"}]}}"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/partialSuccess/rejectedDataPoints").asText())
                .isEqualTo("6");
        assertThat(answer.json().at("/partialSuccess/errorMessage").asText())
                .contains(
                        "Data point 1 (gen_ai.client.token.usage): The sum or the count is negative or beyond 2^53.",
                        "gen_ai.client.token.usage must have the aggregation temporality 1 (delta) or 2 (cumulative).",
                        "gen_ai.token.type must be input or output.",
                        "further problem");
        await().atMost(LIMIT).untilAsserted(() -> assertThat(inputs(service)).containsExactly(1000L));
    }

    @ParameterizedTest
    @CsvSource({"'{}'", "'{\"resourceMetrics\":[]}'", "'{\"resourceMetrics\":null,\"new\":1}'"})
    void anEmptyRequestIsContent(String body) {
        Answer answer = Payloads.postJson("/otlp/v1/metrics", body);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().isEmpty()).isTrue();
    }

    private static void assertVectors(Encoding encoding, String... files) throws IOException {
        String service = newService();
        for (String file : files) {
            String body = named(Payloads.file(file), service);
            Answer answer = encoding == Encoding.JSON
                    ? Payloads.postJson("/v1/metrics", body)
                    : Payloads.post("/v1/metrics", encoding.mediaType(), Payloads.metricsToProtobuf(body));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).isEqualTo(encoding.mediaType());
            if (encoding == Encoding.JSON) {
                assertThat(answer.json().isEmpty()).isTrue();
            } else {
                assertThat(ExportMetricsServiceResponse.parseFrom(
                                        answer.response().body())
                                .hasPartialSuccess())
                        .isFalse();
            }
        }
        int count = 0;
        for (String file : files) {
            for (JsonNode event : expected(file, service).get("events")) {
                count++;
                String id = event.get("idempotency_key").asText();
                await(id).atMost(LIMIT).untilAsserted(() -> ExpectedActivity.assertIs(Payloads.stored(id), event));
            }
        }
        assertThat(of(service)).hasSize(count);
    }

    private static JsonNode expected(String file, String service) throws IOException {
        for (JsonNode expected : Payloads.JSON
                .readTree(named(Payloads.file("expected.json"), service))
                .get("cases")) {
            if (expected.get("file").asText().equals(file)) {
                return expected;
            }
        }
        throw new AssertionError("nothing is expected of " + file);
    }

    /** The same payload of a service that no other test uses. */
    private static String named(String text, String service) {
        return text.replace("batch-summariser", service)
                .replace("otlpm:edge:", "otlpm:" + service + ":")
                .replace("\"edge\"", "\"" + service + "\"");
    }

    private static String newService() {
        return "service-" + UUID.randomUUID();
    }

    private static String request(String service, String... metrics) {
        return "{\"resourceMetrics\":[{\"resource\":{\"attributes\":[" + Payloads.attributes("service.name", service)
                + "]},\"scopeMetrics\":[{\"metrics\":[" + String.join(",", metrics) + "]}]}]}";
    }

    /** Times are seconds after the beginning of a minute. */
    private static String histogram(String type, int temporality, long start, long time, int calls, long tokens) {
        return "{\"name\":\"gen_ai.client.token.usage\",\"histogram\":{\"aggregationTemporality\":" + temporality
                + ",\"dataPoints\":[{\"startTimeUnixNano\":\"" + nanos(start) + "\",\"timeUnixNano\":\"" + nanos(time)
                + "\",\"count\":\"" + calls + "\",\"sum\":" + tokens + ",\"attributes\":["
                + Payloads.attributes(
                        "gen_ai.operation.name",
                        "chat",
                        "gen_ai.provider.name",
                        "openai",
                        "gen_ai.request.model",
                        "gpt-4o",
                        "gen_ai.token.type",
                        type)
                + "]}]}}";
    }

    private static String nanos(long second) {
        return (1_795_430_400L + second) + "000000000";
    }

    private static Answer post(String body) {
        return Payloads.postJson("/v1/metrics", body);
    }

    /** What is on the topic of that service, in the order of the activities' ends. */
    private static List<ConsumerRecord<byte[], byte[]>> of(String service) {
        return StoredActivities.all().stream()
                .filter(record ->
                        data(record).at("/labels/application").asText().equals(service))
                .sorted((one, other) -> header(one, "ce_time").equals(header(other, "ce_time"))
                        ? header(one, "ce_id").compareTo(header(other, "ce_id"))
                        : header(one, "ce_time").compareTo(header(other, "ce_time")))
                .toList();
    }

    private static List<Long> inputs(String service) {
        return of(service).stream()
                .map(record -> data(record).get("inputTokens").asLong())
                .toList();
    }

    private static JsonNode data(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Payloads.JSON.readTree(record.value());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static double metric(String name) {
        String metrics = new String(
                Door.send(Door.request("/q/metrics").GET().build()).response().body(), UTF_8);
        return metrics.lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findAny()
                .orElse(-1);
    }
}
