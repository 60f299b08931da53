package dev.sillage.ingestion.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.UnknownFieldSet;
import dev.sillage.ingestion.Broker;
import dev.sillage.ingestion.Door;
import dev.sillage.ingestion.Door.Answer;
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
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Broker.class)
class OtlpAnswersTest {
    private static final String PROTOBUF = Encoding.PROTOBUF_MEDIA_TYPE;

    private final String trace = Payloads.newTraceId();

    @Test
    void aRefusedSpanCostsOnlyItself() throws IOException {
        String tooMany = Payloads.chat(trace, 2, "gen_ai.usage.cache_read.input_tokens", Long.MAX_VALUE);
        String tooLong = Payloads.chat(trace, 3, "gen_ai.request.model", "m".repeat(300));
        String nameless = Payloads.chat(trace, 4).replace(trace, "<b>none</b>");
        Answer answer =
                Payloads.postJson("/v1/traces", Payloads.request(tooMany, tooLong, nameless, Payloads.chat(trace, 5)));

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
                .mapToObj(i -> Payloads.chat(trace, i, "gen_ai.usage.reasoning_tokens", -1))
                .toArray(String[]::new);
        Answer answer = Payloads.postJson("/v1/traces", Payloads.request(spans));

        assertThat(answer.json().at("/partialSuccess/rejectedSpans").asText()).isEqualTo("2999");
        assertThat(answer.json().at("/partialSuccess/errorMessage").asText())
                .contains("There are 2994 further problems.")
                .hasSizeLessThan(2000);
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
        byte[] whole = Payloads.toProtobuf(Payloads.request(Payloads.chat(trace, 1)));
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
        byte[] packed = gzip(Payloads.toProtobuf(Payloads.request(Payloads.chat(trace, 1))));

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

        String[] calls = IntStream.rangeClosed(1, 10_001)
                .mapToObj(i -> Payloads.chat(trace, i))
                .toArray(String[]::new);
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

    private ConsumerRecord<byte[], byte[]> stored(int span) {
        return Payloads.stored(trace, span);
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
