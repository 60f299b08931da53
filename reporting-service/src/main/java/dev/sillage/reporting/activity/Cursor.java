package dev.sillage.reporting.activity;

import dev.sillage.reporting.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

/**
 * The last activity of a page: the next page begins after it, whatever has arrived in between.
 *
 * @param time when it ended
 * @param digest tells it from others of the same moment
 */
record Cursor(Instant time, UUID digest) {
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /** Before the newest of all. */
    static final Cursor BEGINNING = new Cursor(LAST, new UUID(-1, -1));

    /** Before everything that ended then or later. */
    static Cursor before(Instant time) {
        return new Cursor(time, new UUID(0, 0));
    }

    /** The one of the two that is further back. */
    Cursor orBefore(Instant bound) {
        return time.isBefore(bound) ? this : before(bound);
    }

    /** For an address; whoever gets it gives it back as it is. */
    String text() {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, time);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((micros + "/" + digest).getBytes(StandardCharsets.UTF_8));
    }

    /** The cursor of a text that {@link #text} made; a problem for any other. */
    static Cursor of(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("/", 2);
            if (parts.length == 2) {
                Instant time = Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS);
                if (!time.isBefore(Instant.EPOCH) && !time.isAfter(LAST)) {
                    return new Cursor(time, UUID.fromString(parts[1]));
                }
            }
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            // Answered below, together with a text of another shape.
        }
        throw Problem.invalidParameter("cursor", "Give the cursor exactly as next of the page before had it.");
    }
}
