package dev.sillage.footprint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The samples are golden: they are never changed, only added to, so that what was readable once stays readable. */
class FootprintSampleTest {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaIdResolvers(
                    ids -> ids.mapPrefix("https://sillage.dev/schemas/", "classpath:schemas/")));

    static Stream<Path> samples() throws Exception {
        try (Stream<Path> files = Files.list(RESOURCES.resolve("samples"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleIsValidByThePublishedSchema(Path file) throws Exception {
        String footprint = Files.readString(file);

        assertThat(violations(footprint)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleIsReadIntoTheRecordWithEveryFigure(Path file) throws Exception {
        JsonNode json = JSON.readTree(Files.readString(file));

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
        JsonNode schema = JSON.readTree(Files.readString(RESOURCES.resolve("schemas/footprint.v1.schema.json")));

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
        ObjectNode footprint = (ObjectNode) JSON.readTree(Files.readString(RESOURCES.resolve("samples/email.json")));

        footprint.remove("methodology");

        assertThat(violations(footprint.toString())).isNotEmpty();
    }

    private static List<String> violations(String footprint) {
        return SCHEMAS
                .getSchema(SchemaLocation.of("https://sillage.dev/schemas/footprint.v1.schema.json"))
                .validate(footprint, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static FootprintEvent read(JsonNode json) {
        Map<Criterion, Figure> figures = new EnumMap<>(Criterion.class);
        json.path("figures").properties().forEach(entry -> {
            JsonNode bounds = entry.getValue();
            figures.put(
                    Criterion.ofWireName(entry.getKey()).orElseThrow(),
                    new Figure(
                            bounds.path("low").decimalValue(),
                            bounds.path("central").decimalValue(),
                            bounds.path("high").decimalValue()));
        });
        Map<String, String> labels = new LinkedHashMap<>();
        json.path("labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        List<String> warnings = new ArrayList<>();
        json.path("warnings").forEach(warning -> warnings.add(warning.asText()));
        return new FootprintEvent(
                new ActivityReference(
                        json.path("activity").path("tenant").asText(),
                        json.path("activity").path("source").asText(),
                        json.path("activity").path("id").asText()),
                json.path("kind").asText(),
                Instant.parse(json.path("time").asText()),
                Instant.parse(json.path("acceptedAt").asText()),
                labels,
                json.path("provider").asText(null),
                json.path("model").asText(null),
                json.path("zone").asText(null),
                figures,
                json.path("methodology").asText(),
                json.path("factorSet").asText(),
                Tier.ofWireName(json.path("tier").asText()).orElseThrow(),
                warnings);
    }
}
