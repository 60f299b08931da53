package dev.sillage.reporting.conflict;

import dev.sillage.reporting.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

/**
 * Where a page ended: the next one begins after it, whatever has arrived in between.
 *
 * @param firstSeen of the last conflict of the page
 * @param activity tells it from others of the same moment
 * @param content likewise
 */
record Place(Instant firstSeen, UUID activity, long content) {
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /** Before the newest of all. */
    static final Place BEGINNING = new Place(LAST, new UUID(-1, -1), Long.MAX_VALUE);

    /** For an address; whoever gets it gives it back as it is. */
    String cursor() {
        String text = ChronoUnit.MICROS.between(Instant.EPOCH, firstSeen) + "/" + activity + "/" + content;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The place of a text that {@link #cursor} made; a problem for any other. */
    static Place of(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("/", 3);
            if (parts.length == 3) {
                Instant time = Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS);
                if (!time.isBefore(Instant.EPOCH) && !time.isAfter(LAST)) {
                    return new Place(time, UUID.fromString(parts[1]), Long.parseLong(parts[2]));
                }
            }
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            // Answered below, together with a text of another shape.
        }
        throw Problem.invalidParameter("cursor", "Give the cursor exactly as next of the page before had it.");
    }
}
