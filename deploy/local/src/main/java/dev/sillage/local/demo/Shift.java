package dev.sillage.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When the demonstration ends: the moment of the first start. It is kept beside the data, because only events with the
 * same time are the same events.
 *
 * @param end the time of the last event
 */
public record Shift(Instant end) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String MEMBER = "demoEndsAt";

    /**
     * The kept moment, or now, which is then kept.
     *
     * @throws IOException when the file cannot be read or written; the message names it
     */
    public static Shift keptIn(Path file, Clock clock) throws IOException {
        if (Files.exists(file)) {
            return read(file);
        }
        Shift first = new Shift(clock.instant().truncatedTo(ChronoUnit.SECONDS));
        String content = JSON.writeValueAsString(JSON.createObjectNode().put(MEMBER, first.end.toString()));
        // Whole or not at all: half a file would stop every later start.
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.writeString(unfinished, content + "\n");
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return first;
    }

    private static Shift read(Path file) throws IOException {
        try {
            JsonNode content = JSON.readTree(file.toFile());
            return new Shift(Instant.parse(content.path(MEMBER).asText()));
        } catch (JsonProcessingException | DateTimeException e) {
            throw new IOException(
                    file + " should hold {\"" + MEMBER + "\": \"<time>\"}; mend it, or begin anew with --fresh", e);
        }
    }
}
