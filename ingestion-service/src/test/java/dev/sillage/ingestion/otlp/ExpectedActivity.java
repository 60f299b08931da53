package dev.sillage.ingestion.otlp;

import static dev.sillage.ingestion.StoredActivities.header;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Compares what is stored with an event of {@code expected.json}. */
final class ExpectedActivity {
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

    private ExpectedActivity() {}

    static void assertIs(ConsumerRecord<byte[], byte[]> record, JsonNode expected) throws IOException {
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
        assertDuration(data, expected);
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
            assertThat(expected.isNull() ? absent(member) : expected.asLong())
                    .as(member)
                    .isEqualTo(absent(member));
        }
    }

    private static long absent(String member) {
        return member.equals("requestCount") ? 1 : 0;
    }

    /** The vectors tell the sum over the calls, our contract the mean. */
    private static void assertDuration(JsonNode data, JsonNode expected) {
        assertThat(data.has("durationSeconds"))
                .isEqualTo(!expected.get("duration_s").isNull());
        if (data.has("durationSeconds")) {
            BigDecimal calls = BigDecimal.valueOf(expected.path("request_count").asLong(1));
            assertThat(new BigDecimal(data.get("durationSeconds").asText()).multiply(calls))
                    .isEqualByComparingTo(expected.get("duration_s").decimalValue());
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
        List<String> all = new ArrayList<>(theirs.toList());
        if (expected.get("input_tokens").isNull()) {
            all.add("input-tokens-missing");
        }
        if (expected.has("request_count") && expected.get("request_count").isNull()) {
            all.add("request-count-missing");
        }
        return all;
    }

    private static String textOrNull(JsonNode node) {
        return node.isNull() ? null : node.asText();
    }
}
