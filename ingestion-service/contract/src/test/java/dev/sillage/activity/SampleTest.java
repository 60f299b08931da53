package dev.sillage.activity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The samples are golden: they are never changed, only added to, so that what was readable once stays readable. */
class SampleTest {

    static Stream<Path> samples() {
        return Contract.samples();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleIsValidByThePublishedSchema(Path file) {
        JsonNode event = Contract.sample(file);

        assertThat(Contract.violations(event)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleIsReadIntoTheRecordOfItsKindAndWrittenBackTheSame(Path file) throws Exception {
        JsonNode event = Contract.sample(file);
        ActivityKind kind = ActivityKind.ofType(event.path("type").asText()).orElseThrow();
        ObjectNode data = ((ObjectNode) event.path("data")).without(Labels.MEMBER);

        Activity activity = read(kind, data);

        assertThat(activity.kind()).isEqualTo(kind);
        assertThat(numbersAsText(Contract.JSON.valueToTree(activity))).isEqualTo(numbersAsText(data));
    }

    @Test
    void everyKindHasASample() {
        Set<String> types = Contract.samples()
                .map(file -> Contract.sample(file).path("type").asText())
                .collect(Collectors.toSet());

        assertThat(types)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ActivityKind.values())
                        .map(ActivityKind::type)
                        .toList());
    }

    private static Activity read(ActivityKind kind, ObjectNode data) throws Exception {
        if (kind != ActivityKind.CORRECTION) {
            return Contract.JSON.treeToValue(data, kind.recordType());
        }
        ActivityKind corrected =
                ActivityKind.ofWireName(data.path("correctedKind").asText()).orElseThrow();
        return new Correction(
                data.path("correctedSource").asText(),
                data.path("correctedId").asText(),
                corrected.wireName(),
                Contract.JSON.treeToValue(data.path("replacement"), corrected.recordType()));
    }

    /** 3600 and 3600.0 are the same number in JSON, but not to a tree comparison. */
    private static String numbersAsText(JsonNode node) throws Exception {
        return Contract.JSON.writeValueAsString(
                Contract.JSON.readTree(node.toString().replaceAll("(\\d)\\.0([,}])", "$1$2")));
    }
}
