package dev.sillage.ingestion.otlp;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.UnknownFieldSet;
import dev.sillage.ingestion.Broker;
import dev.sillage.ingestion.StoredActivities;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.exporter.otlp.logs.OtlpGrpcLogRecordExporter;
import io.opentelemetry.exporter.otlp.metrics.OtlpGrpcMetricExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.export.SimpleLogRecordProcessor;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OTLP over gRPC, with the exporters of the OpenTelemetry SDK for Java and with broken calls. */
@QuarkusTest
@WithTestResource(Broker.class)
class GrpcTest {
    private static final int SPANS = 300;
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int INVALID_ARGUMENT = 3;
    private static final int UNIMPLEMENTED = 12;
    private static final int UNAVAILABLE = 14;

    Broker broker;

    @Inject
    GrpcServer server;

    private GrpcClient client;

    @BeforeEach
    void connect() {
        client = new GrpcClient(server.port());
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "gzip"})
    void whatTheSdkExportsIsOnTheTopicWhenTheExportSucceeded(String compression) {
        OtlpGrpcSpanExporter exporter = OtlpGrpcSpanExporter.builder()
                .setEndpoint(endpoint())
                .setCompression(compression)
                .build();
        List<String> ids = new ArrayList<>();
        try (SdkTracerProvider provider = SdkTracerProvider.builder()
                .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
                .build()) {
            for (int i = 0; i < SPANS; i++) {
                Span span = provider.get("test").spanBuilder("chat").startSpan();
                span.setAttribute("gen_ai.operation.name", "chat");
                span.setAttribute("gen_ai.usage.output_tokens", 40L + i);
                span.end();
                ids.add("otlp:" + span.getSpanContext().getTraceId() + ":"
                        + span.getSpanContext().getSpanId());
            }

            assertThat(provider.forceFlush().join(30, SECONDS).isSuccess()).isTrue();
        }

        assertThat(StoredActivities.all())
                .extracting(record -> StoredActivities.header(record, "ce_id"))
                .containsAll(ids);
    }

    @Test
    void whatTheMetricExporterTellsIsCounted() {
        String service = "grpc-" + UUID.randomUUID();
        OtlpGrpcMetricExporter exporter =
                OtlpGrpcMetricExporter.builder().setEndpoint(endpoint()).build();
        try (SdkMeterProvider provider = SdkMeterProvider.builder()
                .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), service)))
                .registerMetricReader(PeriodicMetricReader.create(exporter))
                .build()) {
            provider.get("test")
                    .histogramBuilder("gen_ai.client.token.usage")
                    .build()
                    .record(
                            77,
                            Attributes.builder()
                                    .put("gen_ai.operation.name", "embeddings")
                                    .put("gen_ai.token.type", "input")
                                    .build());

            assertThat(provider.forceFlush().join(30, SECONDS).isSuccess()).isTrue();
        }

        await().atMost(LIMIT).untilAsserted(() -> assertThat(StoredActivities.all())
                .anyMatch(record -> StoredActivities.header(record, "ce_id").startsWith("otlpm:" + service)));
    }

    @Test
    void theLogExporterIsContent() {
        OtlpGrpcLogRecordExporter exporter =
                OtlpGrpcLogRecordExporter.builder().setEndpoint(endpoint()).build();
        try (SdkLoggerProvider provider = SdkLoggerProvider.builder()
                .addLogRecordProcessor(SimpleLogRecordProcessor.create(exporter))
                .build()) {
            provider.get("test").logRecordBuilder().setBody("a message").emit();

            assertThat(provider.forceFlush().join(30, SECONDS).isSuccess()).isTrue();
        }
    }

    @Test
    void aSpanThatIsRefusedIsAPartialSuccess() throws IOException {
        String trace = Payloads.newTraceId();
        byte[] request = Payloads.toProtobuf(
                Payloads.request(Payloads.chat(trace, 1), Payloads.chat(trace, 2, "gen_ai.usage.input_tokens", -5)));

        GrpcClient.Answer answer = client.traces(request);

        assertThat(answer.status()).isZero();
        assertThat(answer.message().getField(1).getLengthDelimitedList()).hasSize(1);
        assertThat(Payloads.stored(trace, 1)).isNotNull();
        assertThat(Payloads.stored(trace, 2)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'',                        The gRPC message is cut off.",
        "'00 00 00 00',             The gRPC message is cut off.",
        "'00 00 00 00 05 0a',       does not fit what follows",
        "'00 ff ff ff ff',          does not fit what follows",
        "'02 00 00 00 00',          does not fit what follows",
        "'00 00 00 00 02 0a 7f',    The protobuf is broken or cut off.",
        "'01 00 00 00 02 1f 8b',    The content encoding is broken"
    })
    void aBrokenMessageIsAnInvalidArgument(String hex, String reason) throws IOException {
        byte[] body = hex.isEmpty() ? new byte[0] : HexFormat.ofDelimiter(" ").parseHex(hex);

        GrpcClient.Answer answer = client.call(GrpcClient.TRACES, "gzip", Buffer.buffer(body));

        assertThat(answer.status()).isEqualTo(INVALID_ARGUMENT);
        assertThat(answer.text()).contains(reason);
    }

    @Test
    void whatUnpacksToFarTooMuchIsRefusedAndTheNextCallIsTaken() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bomb)) {
            for (int i = 0; i < 200; i++) {
                out.write(new byte[1024 * 1024]);
            }
        }
        Buffer body =
                Buffer.buffer().appendByte((byte) 1).appendInt(bomb.size()).appendBytes(bomb.toByteArray());

        GrpcClient.Answer answer = client.call(GrpcClient.TRACES, "gzip", body);

        assertThat(answer.status()).isEqualTo(INVALID_ARGUMENT);
        assertThat(client.traces(new byte[0]).status()).isZero();
    }

    @Test
    void aMessageThatIsTooLargeIsRefusedBeforeAllOfItIsThere() throws IOException {
        Buffer body = Buffer.buffer(new byte[20 * 1024 * 1024]);

        GrpcClient.Answer answer = client.call(GrpcClient.TRACES, "identity", body);

        assertThat(answer.status()).isEqualTo(INVALID_ARGUMENT);
        assertThat(answer.text()).contains("At most");
        assertThat(client.traces(new byte[0]).status()).isZero();
    }

    @Test
    void anUnknownCallIsSaidToBeUnknown() throws IOException {
        GrpcClient.Answer answer = client.call("/grpc.health.v1.Health/Check", "identity", Buffer.buffer(new byte[5]));

        assertThat(answer.status()).isEqualTo(UNIMPLEMENTED);
    }

    @Test
    void whileTheBrokerIsAwayTheClientIsToldWhenToRepeat() throws IOException {
        String trace = Payloads.newTraceId();
        byte[] call = Payloads.toProtobuf(Payloads.request(Payloads.chat(trace, 1)));
        broker.goAway();
        try {
            GrpcClient.Answer answer = client.traces(call);

            assertThat(answer.status()).isEqualTo(UNAVAILABLE);
            UnknownFieldSet status =
                    UnknownFieldSet.parseFrom(Base64.getDecoder().decode(answer.details()));
            assertThat(status.getField(1).getVarintList()).containsExactly(14L);
            assertThat(status.getField(3).getLengthDelimitedList().get(0).toStringUtf8())
                    .contains("google.rpc.RetryInfo");
        } finally {
            broker.comeBack();
        }

        await().atMost(LIMIT).until(() -> client.traces(call).status() == 0);
        assertThat(Payloads.stored(trace, 1)).isNotNull();
    }

    private String endpoint() {
        return "http://localhost:" + server.port();
    }
}
