package dev.sillage.calculation.vectors;

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

/** The golden vectors by set: of the class path, or of the folder that {@code -Dsillage.vectors=DIR} names. */
final class VectorFiles {
    /** File name, and the member by which its vectors are grouped. */
    private static final Map<String, String> FILES =
            Map.of("ai_vectors.json", "set", "methodology_vectors.json", "group");

    /** The vectors of each set, in the order of the files. */
    static Map<String, List<JsonNode>> read() {
        Map<String, List<JsonNode>> sets = new LinkedHashMap<>();
        FILES.keySet().stream().sorted().forEach(file -> read(file, sets));
        return sets;
    }

    private static void read(String file, Map<String, List<JsonNode>> sets) {
        try (InputStream in = open(file)) {
            for (JsonNode vector : new ObjectMapper().readTree(in).get("vectors")) {
                sets.computeIfAbsent(vector.get(FILES.get(file)).asText(), name -> new ArrayList<>())
                        .add(vector);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String file) throws IOException {
        String folder = System.getProperty("sillage.vectors");
        if (folder == null) {
            return VectorFiles.class.getResourceAsStream("/vectors/" + file);
        }
        // A relative folder is meant from where Maven was started, which may be above this module.
        Path path = Path.of(folder, file);
        return Files.newInputStream(Files.exists(path) ? path : Path.of("..").resolve(path));
    }

    private VectorFiles() {}
}
