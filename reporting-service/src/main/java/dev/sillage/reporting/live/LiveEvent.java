package dev.sillage.reporting.live;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * The state of one tenant, as it is sent: the same text for all who look.
 *
 * @param id which state it is
 * @param readAt when the reading began, by {@link System#nanoTime}: whatever was committed before is in it
 * @param data JSON
 */
record LiveEvent(EventId id, long readAt, String data) {
    private static final int DIGEST_BYTES = 8;

    static LiveEvent of(Reading reading, String tenant, long readAt, ObjectMapper json) {
        LiveFigures figures = reading.figures(tenant);
        try {
            EventId id = new EventId(reading.version(), digest(json.writeValueAsString(figures)));
            return new LiveEvent(id, readAt, json.writeValueAsString(new Data(reading.at(), figures)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("figures that have no JSON", e);
        }
    }

    /** The moment is not part of what is compared: the same figures a second later are no news. */
    private record Data(Instant asOf, @JsonUnwrapped LiveFigures figures) {}

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
