package dev.sillage.calculation.model.inference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The golden vectors by set; from the class path, or from the folder that {@code -Dsillage.vectors} names. */
record VectorFile(Map<String, List<JsonNode>> sets) {
    private static final String NAME = "ai_vectors.json";

    static VectorFile read() {
        Map<String, List<JsonNode>> sets = new LinkedHashMap<>();
        try (InputStream in = open()) {
            for (JsonNode vector : new ObjectMapper().readTree(in).get("vectors")) {
                sets.computeIfAbsent(vector.get("set").asText(), set -> new ArrayList<>())
                        .add(vector);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new VectorFile(sets);
    }

    private static InputStream open() throws IOException {
        String directory = System.getProperty("sillage.vectors");
        return directory == null
                ? VectorFile.class.getResourceAsStream("/vectors/" + NAME)
                : Files.newInputStream(Path.of(directory, NAME));
    }

    List<JsonNode> set(String name) {
        return sets.getOrDefault(name, List.of());
    }
}
