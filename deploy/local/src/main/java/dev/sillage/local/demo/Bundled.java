package dev.sillage.local.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Files that travel inside the launcher. */
final class Bundled {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private Bundled() {}

    static InputStream open(String path) {
        return Objects.requireNonNull(Bundled.class.getResourceAsStream("/" + path), path);
    }

    /** A JSON file as a record; a member that is missing or unknown is an error. */
    static <T> T read(String path, TypeReference<T> type) {
        try (InputStream file = open(path)) {
            return JSON.readValue(file, type);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
