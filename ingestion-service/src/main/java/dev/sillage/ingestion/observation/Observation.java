package dev.sillage.ingestion.observation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What one instance of a service told in one request.
 *
 * @param service {@code service.name}, empty when not told
 * @param instance {@code service.instance.id}, empty when not told
 * @param labels of the resource
 */
public record Observation(String service, String instance, Map<String, String> labels, List<Window> windows) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public Observation {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(instance, "instance");
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        windows = List.copyOf(windows);
    }

    /** How it travels. */
    public byte[] write() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers can be written", e);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException when it is something else
     */
    public static Observation read(byte[] bytes) throws IOException {
        Observation read = JSON.readValue(bytes, Observation.class);
        if (read == null) {
            throw new IOException("no observation");
        }
        return read;
    }
}
