package dev.sillage.ingestion.otlp;

import static dev.sillage.ingestion.StoredActivities.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sillage.ingestion.Broker;
import dev.sillage.ingestion.StoredActivities;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.export.BatchLogRecordProcessor;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real client: the OpenTelemetry SDK for Java with its exporters over HTTP. */
@QuarkusTest
@WithTestResource(Broker.class)
class ExporterTest {
    private static final int SPANS = 300;

    @ParameterizedTest
    @CsvSource({"'', none", "'', gzip", "/otlp, gzip"})
    void whatTheSdkExportsIsOnTheTopicWhenTheExportSucceeded(String prefix, String compression) {
        OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(service() + prefix + "/v1/traces")
                .setCompression(compression)
                .build();
        List<Span> calls = new ArrayList<>();
        CompletableResultCode flushed;
        try (SdkTracerProvider provider = SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "sdk-client")))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
                .build()) {
            Tracer tracer = provider.get("test");
            for (int i = 0; i < SPANS; i++) {
                calls.add(call(tracer, i));
            }
            flushed = provider.forceFlush().join(30, TimeUnit.SECONDS);
        }

        assertThat(flushed.isSuccess()).isTrue();
        Map<String, ConsumerRecord<byte[], byte[]>> stored = StoredActivities.all().stream()
                .collect(Collectors.toMap(record -> header(record, "ce_id"), record -> record, (one, again) -> one));
        for (int i = 0; i < SPANS; i++) {
            String traceId = calls.get(i).getSpanContext().getTraceId();
            String id = "otlp:" + traceId + ":" + calls.get(i).getSpanContext().getSpanId();
            ConsumerRecord<byte[], byte[]> record = stored.get(id);
            assertThat(record).as(id).isNotNull();
            assertThat(new String(record.value(), UTF_8))
                    .isEqualTo("{\"provider\":\"openai\",\"model\":\"gpt-4o-2024-08-06\",\"inputTokens\":" + (100 + i)
                            + ",\"outputTokens\":40,\"durationSeconds\":1.25,"
                            + "\"labels\":{\"application\":\"sdk-client\"}}");
            assertThat(header(record, "ce_time")).isEqualTo("2026-11-23T10:40:01.250Z");
        }
    }

    @ParameterizedTest
    @CsvSource({"''", "/otlp"})
    void theLogExporterIsContent(String prefix) {
        OtlpHttpLogRecordExporter exporter = OtlpHttpLogRecordExporter.builder()
                .setEndpoint(service() + prefix + "/v1/logs")
                .build();
        try (SdkLoggerProvider provider = SdkLoggerProvider.builder()
                .addLogRecordProcessor(BatchLogRecordProcessor.builder(exporter).build())
                .build()) {
            provider.get("test").logRecordBuilder().setBody("a message").emit();

            assertThat(provider.forceFlush().join(30, TimeUnit.SECONDS).isSuccess())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"'', CUMULATIVE, none", "'', DELTA, gzip", "/otlp, CUMULATIVE, gzip"})
    void whatTheMetricExporterTellsIsCountedOnceHoweverOftenItIsTold(
            String prefix, AggregationTemporality temporality, String compression) {
        String service = "sdk-" + UUID.randomUUID();
        OtlpHttpMetricExporter exporter = OtlpHttpMetricExporter.builder()
                .setEndpoint(service() + prefix + "/v1/metrics")
                .setCompression(compression)
                .setAggregationTemporalitySelector(instrument -> temporality)
                .build();
        try (SdkMeterProvider provider = SdkMeterProvider.builder()
                .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), service)))
                .registerMetricReader(PeriodicMetricReader.create(exporter))
                .build()) {
            DoubleHistogram tokens = provider.get("test")
                    .histogramBuilder("gen_ai.client.token.usage")
                    .build();
            for (int export = 0; export < 3; export++) {
                tokens.record(100 + export, usage("input"));
                tokens.record(40, usage("output"));
                // The reader refuses a flush in the moment in which it ends the one before.
                await().atMost(Duration.ofSeconds(30))
                        .until(() ->
                                provider.forceFlush().join(30, TimeUnit.SECONDS).isSuccess());
            }
        }

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            List<String> stored = StoredActivities.all().stream()
                    .map(record -> new String(record.value(), UTF_8))
                    .filter(data -> data.contains(service))
                    .toList();
            assertThat(stored).hasSize(3);
            for (int export = 0; export < 3; export++) {
                assertThat(stored.toString())
                        .contains("\"inputTokens\":" + (100 + export) + ",\"outputTokens\":40,\"requestCount\":1,");
            }
        });
    }

    private static Attributes usage(String type) {
        return Attributes.builder()
                .put("gen_ai.operation.name", "chat")
                .put("gen_ai.provider.name", "openai")
                .put("gen_ai.request.model", "gpt-4o")
                .put("gen_ai.token.type", type)
                .build();
    }

    private static Span call(Tracer tracer, int number) {
        Instant start = Instant.parse("2026-11-23T10:40:00Z");
        Span span = tracer.spanBuilder("chat gpt-4o")
                .setSpanKind(SpanKind.CLIENT)
                .setStartTimestamp(start)
                .setAttribute("gen_ai.operation.name", "chat")
                .setAttribute("gen_ai.provider.name", "openai")
                .setAttribute("gen_ai.request.model", "gpt-4o")
                .setAttribute("gen_ai.input.messages", "what nobody should read")
                .startSpan();
        span.setAttribute("gen_ai.response.model", "gpt-4o-2024-08-06");
        span.setAttribute("gen_ai.usage.input_tokens", 100L + number);
        span.setAttribute("gen_ai.usage.output_tokens", 40L);
        span.setAttribute(AttributeKey.stringArrayKey("gen_ai.response.finish_reasons"), List.of("stop"));
        span.end(start.plusMillis(1250));
        return span;
    }

    private static String service() {
        return ConfigProvider.getConfig().getValue("test.url", String.class);
    }
}
