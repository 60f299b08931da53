package dev.sillage.reporting.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Times as {@link OffsetDateTime#parse} reads them; the usual form, in UTC, at a small part of its cost. */
public final class Rfc3339 {
    private static final String PATTERN = "0000-00-00T00:00:00";
    private static final int NANO_DIGITS = 9;

    private Rfc3339() {}

    /**
     * The instant.
     *
     * @throws DateTimeException when the text is not a time with an offset
     */
    public static Instant parse(String text) {
        return isUsual(text) ? usual(text) : OffsetDateTime.parse(text).toInstant();
    }

    /** Date, T, time to the second, perhaps a point and digits, Z. */
    private static boolean isUsual(String text) {
        int end = text.length() - 1;
        int seconds = PATTERN.length();
        if (end < seconds || text.charAt(end) != 'Z' || end > seconds + 1 + NANO_DIGITS || end == seconds + 1) {
            return false;
        }
        for (int i = 0; i < end; i++) {
            char expected = i < seconds ? PATTERN.charAt(i) : i == seconds ? '.' : '0';
            char c = text.charAt(i);
            if (expected == '0' ? c < '0' || c > '9' : c != expected) {
                return false;
            }
        }
        return true;
    }

    private static Instant usual(String text) {
        int nanos = 0;
        for (int digit = 0; digit < NANO_DIGITS; digit++) {
            int at = PATTERN.length() + 1 + digit;
            nanos = nanos * 10 + (at < text.length() - 1 ? text.charAt(at) - '0' : 0);
        }
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19),
                        nanos)
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
