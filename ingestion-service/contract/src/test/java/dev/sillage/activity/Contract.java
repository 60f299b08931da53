package dev.sillage.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads what the contract publishes beside its records: schemas and samples. */
final class Contract {
    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaIdResolvers(
                    ids -> ids.mapPrefix("https://sillage.dev/schemas/", "classpath:schemas/")));

    private Contract() {}

    static JsonNode json(String resource) {
        try (InputStream in = Contract.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not there");
            }
            return JSON.readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode schemaOf(ActivityKind kind) {
        return json("/schemas/" + kind.wireName() + ".v1.schema.json");
    }

    /** What the published schema has against an event in structured mode. */
    static List<String> violations(JsonNode event) {
        Schema schema =
                SCHEMAS.getSchema(SchemaLocation.of("https://sillage.dev/schemas/activity-event.v1.schema.json"));
        return schema.validate(event.toString(), InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    static Stream<Path> samples() {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/samples"))) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode sample(Path file) {
        return json("/samples/" + file.getFileName());
    }
}
