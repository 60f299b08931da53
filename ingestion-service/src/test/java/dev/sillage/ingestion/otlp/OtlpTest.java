package dev.sillage.ingestion.otlp;

import static dev.sillage.ingestion.StoredActivities.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.UnknownFieldSet;
import dev.sillage.activity.ActivityIdentity;
import dev.sillage.ingestion.Broker;
import dev.sillage.ingestion.Door;
import dev.sillage.ingestion.Door.Answer;
import dev.sillage.ingestion.StoredActivities;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Broker.class)
class OtlpTest {
    private static final String PROTOBUF = Encoding.PROTOBUF_MEDIA_TYPE;

    private final String trace = Payloads.newTraceId();

    @Test
    void theRecordIsWhatASenderOfEventsWouldHaveSent() throws IOException {
        String resource = Payloads.attributes(
                "service.name", "shop",
                "deployment.environment.name", "prod",
                "team", "search",
                "project", "relevance",
                "cloud.region", "francecentral");
        Answer answer = Payloads.postJson(
                "/v1/traces",
                Payloads.requestOf(
                        resource, chat(1, "gen_ai.request.model", "gpt-5", "gen_ai.usage.reasoning.output_tokens", 3)));

        assertThat(answer.text()).isEqualTo("{}");
        ConsumerRecord<byte[], byte[]> record = stored(1);
        String id = "otlp:" + trace + ":0000000000000001";
        assertThat(new String(record.key(), UTF_8))
                .isEqualTo(new ActivityIdentity("local", "urn:sillage:otlp", id).key());
        assertThat(header(record, "ce_id")).isEqualTo(id);
        assertThat(header(record, "ce_time")).isEqualTo("2026-11-23T10:40:02.500Z");
        assertThat(header(record, "ce_tenant")).isEqualTo("local");
        assertThat(header(record, "ce_warnings")).isNull();
        assertThat(header(record, "ce_requestmodel")).isEqualTo("gpt-5");
        assertThat(Payloads.JSON.readTree(record.value())).isEqualTo(Payloads.JSON.readTree("""
                                {"provider":"openai","model":"gpt-5","inputTokens":100,"outputTokens":40,
                                 "reasoningTokens":3,"durationSeconds":2.5,
                                 "labels":{"application":"shop","environment":"prod","team":"search",
                                           "project":"relevance"}}
                                """));
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void theSamePathsWorkUnderAPrefix(Encoding encoding) {
        byte[] body = body(encoding, Payloads.request(chat(1)));

        assertThat(Payloads.post("/otlp/v1/traces", encoding.mediaType(), body).status())
                .isEqualTo(200);
        assertThat(stored(1)).isNotNull();
        assertThat(Payloads.post("/otlp/v1/logs", encoding.mediaType(), body(encoding, "{}"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aRefusedSpanCostsOnlyItself() throws IOException {
        String tooMany = chat(2, "gen_ai.usage.cache_read.input_tokens", Long.MAX_VALUE);
        String tooLong = chat(3, "gen_ai.request.model", "m".repeat(300));
        String nameless = chat(4).replace(trace, "<b>none</b>");
        Answer answer = Payloads.postJson("/v1/traces", Payloads.request(tooMany, tooLong, nameless, chat(5)));

        JsonNode partial = answer.json().get("partialSuccess");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(partial.get("rejectedSpans").asText()).isEqualTo("3");
        assertThat(partial.get("errorMessage").asText())
                .contains(
                        "0000000000000002) at /data/inputTokens",
                        "at /data/model",
                        "Span 2: The trace id or the span id")
                .contains("Send a short name or identifier")
                .doesNotContain("<b>", "Exception");
        assertThat(stored(5)).isNotNull();
        assertThat(stored(2)).isNull();
        assertThat(stored(3)).isNull();
        assertThat(stored(4)).isNull();
    }

    @Test
    void manyRefusedSpansMakeAShortMessage() {
        String[] spans = IntStream.range(1, 3000)
                .mapToObj(i -> chat(i, "gen_ai.usage.reasoning_tokens", -1))
                .toArray(String[]::new);
        Answer answer = Payloads.postJson("/v1/traces", Payloads.request(spans));

        assertThat(answer.json().at("/partialSuccess/rejectedSpans").asText()).isEqualTo("2999");
        assertThat(answer.json().at("/partialSuccess/errorMessage").asText())
                .contains("There are 2994 further problems.")
                .hasSizeLessThan(2000);
    }

    @Test
    void whatIsLeftOutIsToldThoughNothingIsRefused() {
        String resource = Payloads.attributes("service.name", "s".repeat(129), "team", "good");
        String unknown = Payloads.span(
                trace, 2, "gen_ai.operation.name", "divine", "gen_ai.usage.input_tokens", 5, "error.type", "none");
        Answer answer = Payloads.postJson("/v1/traces", Payloads.requestOf(resource, chat(1), unknown));

        JsonNode partial = answer.json().get("partialSuccess");
        assertThat(partial.get("rejectedSpans").asText()).isEqualTo("0");
        assertThat(partial.get("errorMessage").asText())
                .contains("gen_ai.operation.name", "service.name")
                .doesNotContain("divine");
        assertThat(new String(stored(1).value(), UTF_8)).contains("\"labels\":{\"team\":\"good\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "not json", "[]", "{\"resourceSpans\":[{\"scopeSpans\":7}]}", "{} {}", "{\"a\":"})
    void jsonThatCannotBeDecodedIsAStatus(String body) {
        Answer answer = Payloads.postJson("/v1/traces", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.json().get("code").asInt()).isEqualTo(3);
        assertThat(answer.json().get("message").asText())
                .contains("Send an OTLP export request")
                .doesNotContain("Exception", "jackson", "not json");
    }

    @Test
    void protobufThatCannotBeDecodedIsAStatusInProtobuf() throws IOException {
        byte[] whole = Payloads.toProtobuf(Payloads.request(chat(1)));
        byte[] group = {0x0b, 0x0c};
        for (byte[] body : List.of(Arrays.copyOf(whole, whole.length - 1), group, new byte[] {0, 0, 1})) {
            Answer answer = Payloads.post("/v1/traces", PROTOBUF, body);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.header("Content-Type")).isEqualTo(PROTOBUF);
            assertThat(status(answer).getField(1).getVarintList()).containsExactly(3L);
            assertThat(message(answer)).contains("The protobuf is broken").doesNotContain("Exception");
        }
        assertThat(stored(1)).isNull();
    }

    @Test
    void anEmptyProtobufBodyIsAnEmptyRequest() {
        Answer answer = Payloads.post("/v1/traces", PROTOBUF, new byte[0]);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().body()).isEmpty();
    }

    @Test
    void anotherMediaTypeIsRefusedAndTheRightOnesAreNamed() {
        for (String contentType : List.of("text/plain", "application/cloudevents+json", "x", "///;;=")) {
            Answer answer = Payloads.post("/v1/traces", contentType, new byte[] {'{', '}'});

            assertThat(answer.status()).as(contentType).isEqualTo(415);
            assertThat(answer.text()).as(contentType).contains("application/x-protobuf");
        }
        Answer none = Door.send(Door.request("/v1/traces")
                .POST(BodyPublishers.ofByteArray(new byte[0]))
                .build());
        assertThat(none.status()).isEqualTo(415);
    }

    @Test
    void gzipIsUnpackedAndBrokenGzipIsAStatusInTheFormOfTheRequest() throws IOException {
        byte[] packed = gzip(Payloads.toProtobuf(Payloads.request(chat(1))));

        assertThat(postGzip(packed).status()).isEqualTo(200);
        assertThat(stored(1)).isNotNull();
        Answer broken = postGzip(Arrays.copyOf(packed, packed.length / 2));
        assertThat(broken.status()).isEqualTo(400);
        assertThat(message(broken)).contains("content encoding is broken");
    }

    @Test
    void tooManySpansOfModelsAreTooManyButOthersDoNotMatter() {
        String other =
                "{\"traceId\":\"" + trace + "\",\"attributes\":[" + Payloads.attributes("http.route", "/") + "]}";
        String[] others = Collections.nCopies(10_001, other).toArray(String[]::new);
        assertThat(Payloads.postJson("/v1/traces", Payloads.request(others)).text())
                .isEqualTo("{}");

        String[] calls = IntStream.rangeClosed(1, 10_001).mapToObj(this::chat).toArray(String[]::new);
        Answer answer = Payloads.postJson("/v1/traces", Payloads.request(calls));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().get("message").asText()).contains("At most 10000 spans");
        assertThat(answer.header("Retry-After")).isEmpty();
        assertThat(stored(1)).isNull();
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedInTheFormOfTheRequest() throws IOException {
        Answer answer = Payloads.post("/v1/traces", PROTOBUF, new byte[16 * 1024 * 1024 + 1]);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(message(answer)).contains("At most 16777216 bytes");
    }

    @Test
    void logsAreAnsweredAndNothingOfThemIsKept() {
        String secret = "secret-" + trace;
        String logs = """
                {"resourceLogs":[{"scopeLogs":[{"logRecords":[{"traceId":"%s","spanId":"0000000000000001",
                  "eventName":"gen_ai.client.inference.operation.details",
                  "attributes":[{"key":"gen_ai.operation.name","value":{"stringValue":"chat"}},
                                {"key":"gen_ai.usage.input_tokens","value":{"intValue":"7"}},
                                {"key":"gen_ai.input.messages","value":{"stringValue":"%s"}}]}]}]}]}
                """.formatted(trace, secret);
        int before = StoredActivities.all().size();
        Answer answer = Payloads.postJson("/v1/logs", logs);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{}");
        assertThat(StoredActivities.all()).hasSize(before);
        assertThat(Payloads.postJson("/v1/logs", "{\"resourceLogs\":").status()).isEqualTo(400);
        assertThat(Payloads.post("/v1/logs", PROTOBUF, new byte[] {0x0a, 5}).status())
                .isEqualTo(400);
    }

    @Test
    void metricsAreNotTakenAndNotAnsweredForEither() {
        assertThat(Payloads.postJson("/v1/metrics", "{}").status()).isEqualTo(404);
        assertThat(Payloads.postJson("/otlp/v1/metrics", "{}").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void noTextOfPromptsOrAnswersReachesTheTopic(Encoding encoding) {
        String secret = "secret-" + trace;
        String span = chat(
                        1,
                        "gen_ai.input.messages",
                        secret,
                        "gen_ai.output.messages",
                        secret,
                        "gen_ai.system_instructions",
                        secret,
                        "gen_ai.prompt.0.content",
                        secret,
                        "gen_ai.completion.0.content",
                        secret,
                        "gen_ai.conversation.id",
                        secret,
                        "gen_ai.response.id",
                        secret,
                        "user.id",
                        secret)
                .replace("\"name\":\"any\"", "\"name\":\"" + secret + "\"")
                .replaceFirst(
                        "\"kind\":3",
                        "\"kind\":3,\"status\":{\"message\":\"" + secret + "\"},\"traceState\":\"" + secret
                                + "\",\"events\":[{\"name\":\"" + secret + "\",\"attributes\":["
                                + Payloads.attributes("gen_ai.prompt", secret) + "]}]");
        String refused = chat(2, "gen_ai.request.model", secret.repeat(20));
        byte[] body = body(
                encoding, Payloads.requestOf(Payloads.attributes("host.name", secret, "team", "kept"), span, refused));

        Answer answer = Payloads.post("/v1/traces", encoding.mediaType(), body);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).doesNotContain(secret);
        assertThat(stored(1)).isNotNull();
        for (ConsumerRecord<byte[], byte[]> record : StoredActivities.all()) {
            assertThat(new String(record.key(), UTF_8)).doesNotContain(secret);
            assertThat(new String(record.value(), UTF_8)).doesNotContain(secret);
            record.headers().forEach(header -> assertThat(new String(header.value(), UTF_8))
                    .doesNotContain(secret));
        }
    }

    @Test
    void membersMayStandInAnyOrder() {
        String body = "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"attributes\":["
                + "{\"value\":{\"stringValue\":\"chat\"},\"key\":\"gen_ai.operation.name\"},"
                + "{\"value\":{\"intValue\":9},\"key\":\"gen_ai.usage.input_tokens\"},"
                + "{\"value\":{\"kvlistValue\":{\"values\":[]}},\"key\":\"other\"}"
                + "],\"endTimeUnixNano\":1795430402500000000,\"spanId\":\"0000000000000001\",\"traceId\":\"" + trace
                + "\"}],\"scope\":null}],\"resource\":{\"attributes\":["
                + "{\"value\":{\"stringValue\":\"late\"},\"key\":\"team\"}]}}]}";

        assertThat(Payloads.postJson("/v1/traces", body).text()).isEqualTo("{}");
        assertThat(new String(stored(1).value(), UTF_8)).contains("\"inputTokens\":9", "\"team\":\"late\"");
    }

    private String chat(int span, Object... attributes) {
        Object[] all = new Object[attributes.length + 8];
        System.arraycopy(attributes, 0, all, 0, attributes.length);
        Object[] usual = {
            "gen_ai.operation.name",
            "chat",
            "gen_ai.provider.name",
            "openai",
            "gen_ai.usage.input_tokens",
            100,
            "gen_ai.usage.output_tokens",
            40
        };
        System.arraycopy(usual, 0, all, attributes.length, usual.length);
        return Payloads.span(trace, span, all);
    }

    private String chat(int span) {
        return chat(span, "gen_ai.request.model", "gpt-4o");
    }

    private ConsumerRecord<byte[], byte[]> stored(int span) {
        return Payloads.stored(trace, span);
    }

    private static byte[] body(Encoding encoding, String json) {
        return encoding == Encoding.JSON ? json.getBytes(UTF_8) : Payloads.toProtobuf(json);
    }

    private static Answer postGzip(byte[] packed) {
        return Door.send(Door.request("/v1/traces")
                .header("Content-Type", PROTOBUF)
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(packed))
                .build());
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        }
        return packed.toByteArray();
    }

    private static UnknownFieldSet status(Answer answer) throws IOException {
        return UnknownFieldSet.parseFrom(answer.response().body());
    }

    private static String message(Answer answer) throws IOException {
        return status(answer).getField(2).getLengthDelimitedList().get(0).toStringUtf8();
    }
}
