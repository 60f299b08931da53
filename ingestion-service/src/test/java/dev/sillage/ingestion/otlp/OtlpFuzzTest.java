package dev.sillage.ingestion.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.UnknownFieldSet;
import dev.sillage.ingestion.Broker;
import dev.sillage.ingestion.Door.Answer;
import dev.sillage.ingestion.Meters;
import dev.sillage.ingestion.StoredActivities;
import dev.sillage.ingestion.check.AcceptableTime;
import dev.sillage.ingestion.fuzz.Cases;
import dev.sillage.ingestion.fuzz.Damage;
import dev.sillage.ingestion.fuzz.EveryAnswer;
import dev.sillage.ingestion.problem.RequestRefusedException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** OTLP over HTTP, in both forms, and what reads it. */
@QuarkusTest
@WithTestResource(Broker.class)
class OtlpFuzzTest {
    private static final int REQUESTS = 400;
    private static final int BODIES = 12_000;
    private static final List<String> FILES = List.of(
            "traces_openai_current.json",
            "traces_legacy_openllmetry.json",
            "traces_partial_success.json",
            "traces_gemini_multimodal.json");
    private static final List<String> METRIC_FILES = List.of(
            "metrics_token_usage_delta.json",
            "metrics_token_usage_cumulative_1.json",
            "metrics_exponential_histogram.json",
            "metrics_inference_counters_next.json");

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void whateverIsSentTheAnswerIsOneThatOtlpKnows(Encoding encoding) throws IOException {
        Cases.byChance("OTLP/HTTP traces, " + encoding, REQUESTS, (random, number) -> {
            Answer answer = Payloads.post("/v1/traces", encoding.mediaType(), damaged(encoding, random));

            requireAnswerOf(encoding, answer);
            if (answer.status() == 400) {
                assertThat(message(answer, encoding)).isNotEmpty();
            } else if (encoding == Encoding.PROTOBUF) {
                assertThat(ExportTraceServiceResponse.parseFrom(
                                        answer.response().body())
                                .getUnknownFields()
                                .asMap())
                        .isEmpty();
            }
        });
        Meters.nothingStaysInFlight();
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void everyBodyIsDecodedOrRefusedAndEverySpanJudgedOrRefused(Encoding encoding) {
        SpanRules rules = new SpanRules();
        AtomicInteger decoded = new AtomicInteger();
        Cases.byChance("reader of traces, " + encoding, BODIES, (random, number) -> {
            try {
                for (ResourceSpans resource : encoding.traces(damaged(encoding, random), 1000)) {
                    Map<String, String> labels =
                            ResourceLabels.of(resource.resource()).labels();
                    resource.spans().forEach(span -> judge(rules, span, labels));
                }
                decoded.incrementAndGet();
            } catch (RequestRefusedException refused) {
                assertThat(refused.type().status()).isEqualTo(400);
            }
        });
        // Otherwise nothing behind the decoding would have been tried.
        assertThat(decoded.get()).isGreaterThan(BODIES / 20);
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void whateverIsSentAsMetricsTheAnswerIsOneThatOtlpKnows(Encoding encoding) {
        Cases.byChance("OTLP/HTTP metrics, " + encoding, REQUESTS, (random, number) -> {
            Answer answer = Payloads.post("/v1/metrics", encoding.mediaType(), damagedMetrics(encoding, random));

            requireAnswerOf(encoding, answer);
        });
        Meters.nothingStaysInFlight();
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void whateverIsSentAsLogsTheAnswerIsOneThatOtlpKnows(Encoding encoding) {
        Cases.byChance("OTLP/HTTP logs, " + encoding, REQUESTS, (random, number) -> {
            Damage damage = new Damage(random);
            byte[] body = encoding == Encoding.JSON
                    ? damage.json(Payloads.logs())
                    : damage.bytes(Payloads.logsToProtobuf(Payloads.logs()));

            Answer answer =
                    Payloads.post(random.nextBoolean() ? "/v1/logs" : "/otlp/v1/logs", encoding.mediaType(), body);

            requireAnswerOf(encoding, answer);
        });
        Meters.nothingStaysInFlight();
    }

    private static void requireAnswerOf(Encoding encoding, Answer answer) {
        EveryAnswer.holdsFor(answer);
        assertThat(answer.status()).as(answer.text()).isIn(200, 400);
        assertThat(answer.header("Content-Type")).isEqualTo(encoding.mediaType());
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void everyBodyOfMetricsIsDecodedOrRefusedAndEveryPointJudgedOrRefused(Encoding encoding) {
        MetricRules rules = new MetricRules();
        AtomicInteger judged = new AtomicInteger();
        Cases.byChance("reader of metrics, " + encoding, BODIES, (random, number) -> {
            try {
                for (ResourcePoints resource : encoding.metrics(damagedMetrics(encoding, random), 1000)) {
                    for (DataPoint point : resource.points()) {
                        judge(rules, point);
                        judged.incrementAndGet();
                    }
                }
            } catch (RequestRefusedException refused) {
                assertThat(refused.type().status()).isIn(400, 413);
            }
        });
        // Otherwise nothing behind the decoding would have been tried.
        assertThat(judged.get()).isGreaterThan(BODIES / 20);
    }

    private static void judge(MetricRules rules, DataPoint point) {
        try {
            AcceptableTime acceptable = new AcceptableTime(Instant.EPOCH, Instant.parse("2030-01-01T00:00:00Z"));
            if (rules.judge(point, new MetricRules.Origin(1, 1), acceptable)
                    instanceof MetricRules.Verdict.Counted counted) {
                assertThat(counted.point().sum()).isNotNegative();
            }
        } catch (ItemRefusedException refused) {
            assertThat(refused.finding().detail()).isNotEmpty();
        }
    }

    private static byte[] damagedMetrics(Encoding encoding, Random random) {
        String valid = Payloads.file(METRIC_FILES.get(random.nextInt(METRIC_FILES.size())))
                .replace("batch-summariser", "fuzzed")
                .replace("\"edge\"", "\"fuzzed\"");
        Damage damage = new Damage(random);
        return encoding == Encoding.JSON ? damage.json(valid) : damage.bytes(Payloads.metricsToProtobuf(valid));
    }

    private static void judge(SpanRules rules, Span span, Map<String, String> labels) {
        try {
            if (rules.judge(span, labels) instanceof SpanRules.Verdict.Counted counted) {
                assertThat(new EventWriter().write(counted.call()).length()).isPositive();
            }
        } catch (ItemRefusedException refused) {
            assertThat(refused.finding().detail()).isNotEmpty();
        }
    }

    /** What attributes hold is a matter of one span, however wrong it is. */
    @Test
    void aBadValueNeverCostsTheSpanBesideIt() {
        List<String> values = List.of(
                "{}",
                "null",
                "{\"intValue\":\"no\"}",
                "{\"intValue\":" + "9".repeat(5000) + "}",
                "{\"intValue\":1e999999999}",
                "{\"intValue\":{\"a\":[1,2]}}",
                "{\"stringValue\":7}",
                "{\"stringValue\":\"\\ud800\"}",
                "{\"stringValue\":\"\\u0000\"}",
                "{\"stringValue\":\"" + "y".repeat(100_000) + "\"}",
                "{\"doubleValue\":\"NaN\"}",
                "{\"doubleValue\":1e400}",
                "{\"boolValue\":true}",
                "{\"arrayValue\":{\"values\":[{\"intValue\":1}]}}",
                "{\"futureValue\":1}");
        Set<String> good = new HashSet<>();
        for (SpanAttribute attribute : SpanAttribute.values()) {
            for (String value : values) {
                String trace = Payloads.newTraceId();
                String bad = Payloads.span(trace, 1, "gen_ai.usage.total_tokens", 5, "gen_ai.operation.name", "chat")
                        .replaceFirst(
                                "\"attributes\":\\[",
                                "\"attributes\":[{\"key\":\""
                                        + attribute.names().get(0) + "\",\"value\":" + value.replace("\\", "\\\\")
                                        + "},");
                String fine = Payloads.span(trace, 2, "gen_ai.operation.name", "chat", "gen_ai.usage.output_tokens", 5);

                Answer answer = Payloads.postJson("/v1/traces", Payloads.request(bad, fine));

                assertThat(answer.status())
                        .as("%s %.50s: %s", attribute, value, answer.text())
                        .isEqualTo(200);
                good.add("otlp:" + trace + ":" + Payloads.spanId(2));
            }
        }
        assertThat(StoredActivities.all().stream().map(record -> StoredActivities.header(record, "ce_id")))
                .containsAll(good);
    }

    private static byte[] damaged(Encoding encoding, Random random) {
        String valid = renamed(Payloads.file(FILES.get(random.nextInt(FILES.size()))), random);
        Damage damage = new Damage(random);
        return encoding == Encoding.JSON ? damage.json(valid) : damage.bytes(Payloads.toProtobuf(valid));
    }

    /** Traces of this test only, as seen by the other tests. */
    private static String renamed(String valid, Random random) {
        return valid.replaceAll("\\b[0-9a-fA-F]{32}\\b", "%032x".formatted(random.nextInt(Integer.MAX_VALUE) + 1L));
    }

    private static String message(Answer answer, Encoding encoding) throws IOException {
        if (encoding == Encoding.JSON) {
            return answer.json().get("message").asText();
        }
        UnknownFieldSet status = UnknownFieldSet.parseFrom(answer.response().body());
        return status.getField(2).getLengthDelimitedList().get(0).toString(StandardCharsets.UTF_8);
    }
}
