package dev.sillage.footprint;

import static dev.sillage.footprint.Published.RESOURCES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The samples are golden: they are never changed, only added to, so that what was readable once stays readable. */
class AvoidanceSampleTest {
    private static final String SCHEMA = "avoidance.v1";
    private static final Path ADDED = RESOURCES.resolve("samples/avoidances/energy-added.json");

    static List<Path> samples() throws Exception {
        return Published.samples("samples/avoidances");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleIsValidByThePublishedSchema(Path file) throws Exception {
        String avoidance = Files.readString(file);

        assertThat(Published.violations(SCHEMA, avoidance)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleIsReadIntoTheRecord(Path file) throws Exception {
        JsonNode json = Published.read(file);

        AvoidanceEvent event = read(json);

        assertThat(event.avoidedKgCo2e().central())
                .isEqualTo(json.path("avoidedKgCo2e").path("central").decimalValue());
        assertThat(event.firstOrderKgCo2e() != null).isEqualTo(json.has("firstOrderKgCo2e"));
    }

    @Test
    void emissionsThatWereAddedStayBelowZero() throws Exception {
        AvoidanceEvent event = read(Published.read(ADDED));

        assertThat(event.avoidedKgCo2e().high()).isNegative();
    }

    @Test
    void anAssessmentOfTierThreeIsNeverForThePublic() throws Exception {
        ObjectNode avoidance = (ObjectNode) Published.read(ADDED);

        avoidance.put("publicUse", true);

        assertThat(Published.violations(SCHEMA, avoidance.toString())).isNotEmpty();
        assertThatThrownBy(() -> read(avoidance)).isInstanceOf(IllegalArgumentException.class);
    }

    private static AvoidanceEvent read(JsonNode json) {
        return new AvoidanceEvent(
                Published.activity(json),
                Instant.parse(json.path("time").asText()),
                Instant.parse(json.path("acceptedAt").asText()),
                Published.labels(json),
                json.path("lever").asText(),
                json.path("zone").asText(null),
                Published.signed(json.path("avoidedKgCo2e")),
                Published.signed(json.path("secondOrderKgCo2e")),
                Published.optional(json, "firstOrderKgCo2e", Published::figure),
                Published.optional(json, "reboundKgCo2e", Published::figure),
                json.path("reference").asText(),
                json.path("evidence").asText(),
                json.path("reboundStatement").asText(),
                json.path("tier").asText(),
                json.path("publicUse").asBoolean(),
                json.path("methodology").asText(),
                json.path("factorSet").asText(),
                Published.warnings(json),
                Published.optional(json, "data", JsonNode::toString));
    }
}
