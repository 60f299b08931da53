package dev.sillage.ingestion.otlp;

import static dev.sillage.ingestion.StoredActivities.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sillage.activity.ActivityIdentity;
import dev.sillage.ingestion.Broker;
import dev.sillage.ingestion.Door.Answer;
import dev.sillage.ingestion.StoredActivities;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
                        resource,
                        Payloads.chat(
                                trace, 1, "gen_ai.request.model", "gpt-5", "gen_ai.usage.reasoning.output_tokens", 3)));

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
        byte[] body = body(encoding, Payloads.request(Payloads.chat(trace, 1)));

        assertThat(Payloads.post("/otlp/v1/traces", encoding.mediaType(), body).status())
                .isEqualTo(200);
        assertThat(stored(1)).isNotNull();
        assertThat(Payloads.post("/otlp/v1/logs", encoding.mediaType(), body(encoding, "{}"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatIsLeftOutIsToldThoughNothingIsRefused() {
        String resource = Payloads.attributes("service.name", "s".repeat(129), "team", "good");
        String unknown = Payloads.span(
                trace, 2, "gen_ai.operation.name", "divine", "gen_ai.usage.input_tokens", 5, "error.type", "none");
        Answer answer = Payloads.postJson("/v1/traces", Payloads.requestOf(resource, Payloads.chat(trace, 1), unknown));

        JsonNode partial = answer.json().get("partialSuccess");
        assertThat(partial.get("rejectedSpans").asText()).isEqualTo("0");
        assertThat(partial.get("errorMessage").asText())
                .contains("gen_ai.operation.name", "service.name")
                .doesNotContain("divine");
        assertThat(new String(stored(1).value(), UTF_8)).contains("\"labels\":{\"team\":\"good\"}");
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

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void noTextOfPromptsOrAnswersReachesTheTopic(Encoding encoding) {
        String secret = "secret-" + trace;
        String span = Payloads.chat(
                        trace,
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
        String refused = Payloads.chat(trace, 2, "gen_ai.request.model", secret.repeat(20));
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

    private ConsumerRecord<byte[], byte[]> stored(int span) {
        return Payloads.stored(trace, span);
    }

    private static byte[] body(Encoding encoding, String json) {
        return encoding == Encoding.JSON ? json.getBytes(UTF_8) : Payloads.toProtobuf(json);
    }
}
