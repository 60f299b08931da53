package dev.sillage.footprint;

import static dev.sillage.footprint.Published.RESOURCES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

        FootprintEvent event = Published.footprint(json);

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
}
