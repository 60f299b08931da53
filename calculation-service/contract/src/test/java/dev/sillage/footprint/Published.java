package dev.sillage.footprint;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The schemas and samples that the contract publishes, and what all its events have in common. */
final class Published {
    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    static final Path RESOURCES = Path.of("src/main/resources");

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaIdResolvers(
                    ids -> ids.mapPrefix("https://sillage.dev/schemas/", "classpath:schemas/")));

    private Published() {}

    static List<Path> samples(String directory) throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES.resolve(directory))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    static JsonNode read(Path file) throws IOException {
        return JSON.readTree(Files.readString(file));
    }

    static List<String> violations(String schema, String event) {
        return SCHEMAS
                .getSchema(SchemaLocation.of("https://sillage.dev/schemas/" + schema + ".schema.json"))
                .validate(event, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    static ActivityReference activity(JsonNode event) {
        JsonNode activity = event.path("activity");
        return new ActivityReference(
                activity.path("tenant").asText(),
                activity.path("source").asText(),
                activity.path("id").asText());
    }

    static FootprintEvent footprint(JsonNode json) {
        Map<Criterion, Figure> figures = new EnumMap<>(Criterion.class);
        json.path("figures")
                .properties()
                .forEach(entry ->
                        figures.put(Criterion.ofWireName(entry.getKey()).orElseThrow(), figure(entry.getValue())));
        return new FootprintEvent(
                activity(json),
                json.path("kind").asText(),
                Instant.parse(json.path("time").asText()),
                Instant.parse(json.path("acceptedAt").asText()),
                json.path("subject").asText(null),
                labels(json),
                json.path("provider").asText(null),
                json.path("model").asText(null),
                json.path("zone").asText(null),
                json.path("region").asText(null),
                figures,
                json.path("methodology").asText(),
                json.path("factorSet").asText(),
                Tier.ofWireName(json.path("tier").asText()).orElseThrow(),
                warnings(json),
                optional(
                        json,
                        "functionalUnit",
                        unit -> new FunctionalUnit(
                                unit.path("unit").asText(),
                                unit.path("quantity").decimalValue())),
                optional(json, "data", JsonNode::toString));
    }

    /** The correction or retraction itself. */
    static ActivityReference amendment(JsonNode event) {
        JsonNode amendment = event.path("amendment");
        return new ActivityReference(
                activity(event).tenant(),
                amendment.path("source").asText(),
                amendment.path("id").asText());
    }

    static Map<String, String> labels(JsonNode event) {
        Map<String, String> labels = new LinkedHashMap<>();
        event.path("labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        return labels;
    }

    static List<String> warnings(JsonNode event) {
        List<String> warnings = new ArrayList<>();
        event.path("warnings").forEach(warning -> warnings.add(warning.asText()));
        return warnings;
    }

    static Figure figure(JsonNode bounds) {
        return new Figure(bound(bounds, "low"), bound(bounds, "central"), bound(bounds, "high"));
    }

    static SignedFigure signed(JsonNode bounds) {
        return new SignedFigure(bound(bounds, "low"), bound(bounds, "central"), bound(bounds, "high"));
    }

    static <T> @Nullable T optional(JsonNode event, String member, Function<JsonNode, T> reading) {
        return event.has(member) ? reading.apply(event.get(member)) : null;
    }

    private static BigDecimal bound(JsonNode bounds, String name) {
        return bounds.path(name).decimalValue();
    }
}
