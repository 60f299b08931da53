package dev.sillage.ingestion.series;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sillage.ingestion.observation.Observation;
import dev.sillage.ingestion.observation.Window;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a state is about.
 *
 * @param text a JSON array of texts: tenant and service, and for series what tells the calls apart
 */
record SeriesKey(String text) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static SeriesKey ofService(String tenant, String service) {
        return of(tenant, service);
    }

    static SeriesKey ofCalls(String tenant, Observation observation, Window window) {
        return of(
                tenant,
                observation.service(),
                observation.instance(),
                window.operation(),
                window.provider(),
                // Two names that were asked for and answered by one model are its calls: their series differ.
                window.model());
    }

    /** Whose series. */
    String tenant() {
        try {
            return JSON.readTree(text).path(0).asText();
        } catch (JsonProcessingException e) {
            // A key of another version: it is nobody's, and counts for the whole only.
            return "";
        }
    }

    static SeriesKey read(byte[] bytes) {
        return new SeriesKey(new String(bytes, UTF_8));
    }

    byte[] write() {
        return text.getBytes(UTF_8);
    }

    private static SeriesKey of(@Nullable String... parts) {
        try {
            return new SeriesKey(JSON.writeValueAsString(Arrays.asList(parts)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts can be written", e);
        }
    }
}
