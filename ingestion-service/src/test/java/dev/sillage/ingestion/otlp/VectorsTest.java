package dev.sillage.ingestion.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sillage.ingestion.Broker;
import dev.sillage.ingestion.Door.Answer;
import dev.sillage.ingestion.StoredActivities;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every payload of traces, in both forms, gives what {@code expected.json} says. */
@QuarkusTest
@WithTestResource(Broker.class)
class VectorsTest {
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

        Answer answer = encoding == Encoding.JSON
                ? Payloads.postJson("/v1/traces", body)
                : Payloads.post("/v1/traces", encoding.mediaType(), Payloads.toProtobuf(body));

        assertThat(answer.status())
                .isEqualTo(expected.at("/http/response_status").asInt());
        assertThat(answer.header("Content-Type")).isEqualTo(encoding.mediaType());
        assertBody(answer, encoding, expected.at("/http/response_body"));
        // Exactly these, so that what is to be ignored was ignored.
        assertThat(StoredActivities.all().stream()
                        .map(record -> StoredActivities.header(record, "ce_id"))
                        .filter(id -> renaming.byOld.values().stream().anyMatch(id::contains)))
                .hasSize(expected.get("events").size());
        for (JsonNode event : expected.get("events")) {
            ExpectedActivity.assertIs(
                    Payloads.stored(event.get("idempotency_key").asText()), event);
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
