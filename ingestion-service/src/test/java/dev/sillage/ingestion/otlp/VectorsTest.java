package dev.sillage.ingestion.otlp;

import static dev.sillage.ingestion.StoredActivities.header;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sillage.ingestion.Broker;
import dev.sillage.ingestion.Door.Answer;
import dev.sillage.ingestion.StoredActivities;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every payload of traces, in both forms, gives what {@code expected.json} says. */
@QuarkusTest
@WithTestResource(Broker.class)
class VectorsTest {
    private static final Map<String, String> KINDS =
            Map.of("llm_inference", "llm-inference", "embedding", "embedding", "image_generation", "image-generation");

    /** Which member of our data holds what the vectors call so. */
    private static final Map<String, String> COUNTS = Map.of(
            "input_tokens", "inputTokens",
            "output_tokens", "outputTokens",
            "cached_input_tokens", "cachedInputTokens",
            "cache_creation_input_tokens", "cacheCreationInputTokens",
            "reasoning_tokens", "reasoningTokens",
            "request_count", "requestCount",
            "images", "images");

    static Stream<Arguments> cases() throws IOException {
        return StreamSupport.stream(
                        Payloads.JSON
                                .readTree(Payloads.file("expected.json"))
                                .get("cases")
                                .spliterator(),
                        false)
                .filter(expected -> expected.get("file").asText().startsWith("traces_"))
                .flatMap(expected -> Arrays.stream(Encoding.values())
                        .filter(encoding -> encoding == Encoding.JSON
                                || expected.at("/http/response_status").asInt() == 200)
                        .map(encoding -> Arguments.of(expected.get("file").asText(), encoding, expected)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("cases")
    void thePayloadGivesWhatIsExpected(String file, Encoding encoding, JsonNode written) throws IOException {
        Renaming renaming = new Renaming();
        String body = renaming.of(Payloads.file(file));
        JsonNode expected = Payloads.JSON.readTree(renaming.of(written.toString()));
        int before = StoredActivities.all().size();

        Answer answer = encoding == Encoding.JSON
                ? Payloads.postJson("/v1/traces", body)
                : Payloads.post("/v1/traces", encoding.mediaType(), Payloads.toProtobuf(body));

        assertThat(answer.status())
                .isEqualTo(expected.at("/http/response_status").asInt());
        assertThat(answer.header("Content-Type")).isEqualTo(encoding.mediaType());
        assertBody(answer, encoding, expected.at("/http/response_body"));
        assertThat(StoredActivities.all())
                .hasSize(before + expected.get("events").size());
        for (JsonNode event : expected.get("events")) {
            assertEvent(Payloads.stored(event.get("idempotency_key").asText()), event);
        }
    }

    private static void assertBody(Answer answer, Encoding encoding, JsonNode expected) throws IOException {
        if (encoding == Encoding.PROTOBUF) {
            ExportTraceServiceResponse response =
                    ExportTraceServiceResponse.parseFrom(answer.response().body());
            JsonNode partial = expected.path("partialSuccess");
            assertThat(response.hasPartialSuccess()).isEqualTo(!partial.isMissingNode());
            assertThat(response.getPartialSuccess().getRejectedSpans())
                    .isEqualTo(partial.path("rejectedSpans").asLong());
            assertThat(response.getPartialSuccess().getErrorMessage().contains("2000000000000002"))
                    .isEqualTo(!partial.isMissingNode());
        } else if (expected.has("partialSuccess")) {
            assertThat(answer.json().at("/partialSuccess/rejectedSpans").asText())
                    .isEqualTo("1");
            assertThat(answer.json().at("/partialSuccess/errorMessage").asText())
                    .contains("2000000000000002", "gen_ai.usage.output_tokens is negative");
        } else if (expected.has("code")) {
            assertThat(answer.json().get("code")).isEqualTo(expected.get("code"));
            assertThat(answer.json().get("message").asText()).contains("/resourceSpans");
        } else {
            assertThat(answer.json()).isEqualTo(expected);
        }
    }

    private static void assertEvent(ConsumerRecord<byte[], byte[]> record, JsonNode expected) throws IOException {
        assertThat(record).as(expected.toString()).isNotNull();
        JsonNode data = Payloads.JSON.readTree(record.value());
        String kind = KINDS.get(expected.get("type").asText());
        assertThat(header(record, "ce_type")).isEqualTo("dev.sillage.activity." + kind + ".v1");
        assertThat(Instant.parse(header(record, "ce_time")))
                .isEqualTo(Instant.parse(expected.get("occurred_at").asText()));
        assertThat(data.get("provider").asText())
                .isEqualTo(expected.get("provider").asText());
        assertThat(data.path("model").asText(""))
                .isEqualTo(expected.get("model").asText("").replace("null", ""));
        assertThat(header(record, "ce_requestmodel")).isEqualTo(textOrNull(expected.get("request_model")));
        assertThat(new BigDecimal(data.get("durationSeconds").asText()))
                .isEqualByComparingTo(expected.get("duration_s").decimalValue());
        assertThat(data.at("/labels/application").asText())
                .isEqualTo(expected.get("service").asText());
        assertThat(data.has("zone")).isFalse();
        new TreeMap<>(COUNTS).forEach((theirs, ours) -> assertCount(data, ours, expected.path(theirs)));
        assertThat(warnings(record)).containsExactlyInAnyOrderElementsOf(expectedWarnings(expected));
    }

    /** Where the contract has no such member, or the sender tells none, zero and one are what an absent one means. */
    private static void assertCount(JsonNode data, String member, JsonNode expected) {
        if (data.has(member)) {
            assertThat(data.get(member).asLong()).as(member).isEqualTo(expected.asLong());
        } else {
            assertThat(expected.asLong()).as(member).isEqualTo(member.equals("requestCount") ? 1 : 0);
        }
    }

    private static List<String> warnings(ConsumerRecord<byte[], byte[]> record) {
        String warnings = header(record, "ce_warnings");
        return warnings == null ? List.of() : List.of(warnings.split(" ", -1));
    }

    /** An unknown count is null in the vectors; our contract needs a number, so that a warning of ours says it. */
    private static List<String> expectedWarnings(JsonNode expected) {
        Stream<String> theirs = StreamSupport.stream(expected.get("warnings").spliterator(), false)
                .map(JsonNode::asText);
        Stream<String> ours = expected.get("input_tokens").isNull() ? Stream.of("input-tokens-missing") : Stream.of();
        return Stream.concat(theirs, ours).toList();
    }

    private static String textOrNull(JsonNode node) {
        return node.isNull() ? null : node.asText();
    }

    /** Gives every trace of a payload a new id, in the case of the old one, so that both forms can be sent. */
    private static final class Renaming {
        private static final Pattern TRACE_ID = Pattern.compile("\\b([0-9a-f]{32}|[0-9A-F]{32})\\b");
        private final Map<String, String> byOld = new TreeMap<>();

        String of(String text) {
            return TRACE_ID.matcher(text).replaceAll(this::renamed);
        }

        private String renamed(MatchResult found) {
            String old = found.group();
            String renamed = byOld.computeIfAbsent(old.toLowerCase(Locale.ROOT), any -> Payloads.newTraceId());
            return Matcher.quoteReplacement(
                    old.equals(old.toUpperCase(Locale.ROOT)) ? renamed.toUpperCase(Locale.ROOT) : renamed);
        }
    }
}
