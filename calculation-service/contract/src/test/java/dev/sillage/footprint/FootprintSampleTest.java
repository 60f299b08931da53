package dev.sillage.footprint;

import static dev.sillage.footprint.Published.RESOURCES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The samples are golden: they are never changed, only added to, so that what was readable once stays readable. */
class FootprintSampleTest {
    private static final String SCHEMA = "footprint.v1";

    static List<Path> samples() throws Exception {
        return Published.samples("samples");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleIsValidByThePublishedSchema(Path file) throws Exception {
        String footprint = Files.readString(file);

        assertThat(Published.violations(SCHEMA, footprint)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleIsReadIntoTheRecordWithEveryFigure(Path file) throws Exception {
        JsonNode json = Published.read(file);

        FootprintEvent event = read(json);

        assertThat(event.figures()).hasSize(json.path("figures").size());
        event.figures().forEach((criterion, figure) -> assertThat(figure.central())
                .isEqualTo(json.path("figures")
                        .path(criterion.wireName())
                        .path("central")
                        .decimalValue()));
    }

    @Test
    void theSchemaListsEveryCriterionAndTier() throws Exception {
        JsonNode schema = Published.read(RESOURCES.resolve("schemas/footprint.v1.schema.json"));

        List<String> criteria = new ArrayList<>();
        schema.path("properties")
                .path("figures")
                .path("properties")
                .fieldNames()
                .forEachRemaining(criteria::add);
        assertThat(criteria)
                .containsExactlyElementsOf(
                        Stream.of(Criterion.values()).map(Criterion::wireName).toList());
        List<String> tiers = new ArrayList<>();
        schema.path("properties").path("tier").path("enum").forEach(tier -> tiers.add(tier.asText()));
        assertThat(tiers)
                .containsExactlyElementsOf(
                        Stream.of(Tier.values()).map(Tier::wireName).toList());
    }

    @Test
    void aFootprintWithoutMethodologyIsInvalid() throws Exception {
        ObjectNode footprint = (ObjectNode) Published.read(RESOURCES.resolve("samples/email.json"));

        footprint.remove("methodology");

        assertThat(Published.violations(SCHEMA, footprint.toString())).isNotEmpty();
    }

    @Test
    void aFootprintOfNothingDeliveredIsInvalid() throws Exception {
        ObjectNode footprint = (ObjectNode) Published.read(RESOURCES.resolve("samples/llm-inference-inputs.json"));

        ((ObjectNode) footprint.get("functionalUnit")).put("quantity", 0);

        assertThat(Published.violations(SCHEMA, footprint.toString())).isNotEmpty();
    }

    private static FootprintEvent read(JsonNode json) {
        Map<Criterion, Figure> figures = new EnumMap<>(Criterion.class);
        json.path("figures")
                .properties()
                .forEach(entry -> figures.put(
                        Criterion.ofWireName(entry.getKey()).orElseThrow(), Published.figure(entry.getValue())));
        return new FootprintEvent(
                Published.activity(json),
                json.path("kind").asText(),
                Instant.parse(json.path("time").asText()),
                Instant.parse(json.path("acceptedAt").asText()),
                Published.labels(json),
                json.path("provider").asText(null),
                json.path("model").asText(null),
                json.path("zone").asText(null),
                figures,
                json.path("methodology").asText(),
                json.path("factorSet").asText(),
                Tier.ofWireName(json.path("tier").asText()).orElseThrow(),
                Published.warnings(json),
                Published.optional(
                        json,
                        "functionalUnit",
                        unit -> new FunctionalUnit(
                                unit.path("unit").asText(),
                                unit.path("quantity").decimalValue())),
                Published.optional(json, "data", JsonNode::toString));
    }
}
