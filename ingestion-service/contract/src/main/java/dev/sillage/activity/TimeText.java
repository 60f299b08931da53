package dev.sillage.activity;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Times as services write them to each other: the usual form of RFC 3339, in UTC, at a small part of the cost of the JDK's. */
public final class TimeText {
    private static final String PATTERN = "0000-00-00T00:00:00";
    private static final int NANO_DIGITS = 9;
    private static final byte[] PATTERN_OF_TEXT = (PATTERN + ".000000Z").getBytes(StandardCharsets.ISO_8859_1);
    private static final long SECONDS_OF_DAY = 86_400;
    private static final long LAST_SECOND =
            Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
    private static final int NANOS_OF_MICRO = 1000;
    private static final int MICROS_OF_MILLI = 1000;

    private TimeText() {}

    /**
     * The instant, as {@link OffsetDateTime#parse} reads it.
     *
     * @throws DateTimeException when the text is not a time with an offset
     */
    public static Instant parse(String text) {
        Instant usual = usual(text);
        return usual == null ? OffsetDateTime.parse(text).toInstant() : usual;
    }

    /** The instant of a text like {@code 2026-03-01T12:00:00.5Z}; null for all others, which may be times too. */
    public static @Nullable Instant usual(String text) {
        if (!isUsual(text)) {
            return null;
        }
        try {
            return read(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** As {@link Instant#toString} writes it, of a whole number of microseconds from 1970 to 9999 at a small part of its cost. */
    public static String text(Instant instant) {
        long seconds = instant.getEpochSecond();
        int micros = instant.getNano() / NANOS_OF_MICRO;
        if (seconds < 0 || seconds > LAST_SECOND || micros * NANOS_OF_MICRO != instant.getNano()) {
            return instant.toString();
        }
        LocalDate date = LocalDate.ofEpochDay(seconds / SECONDS_OF_DAY);
        int second = (int) (seconds % SECONDS_OF_DAY);
        byte[] text = PATTERN_OF_TEXT.clone();
        digits(text, 0, 4, date.getYear());
        digits(text, 5, 7, date.getMonthValue());
        digits(text, 8, 10, date.getDayOfMonth());
        digits(text, 11, 13, second / 3600);
        digits(text, 14, 16, second / 60 % 60);
        digits(text, 17, 19, second % 60);
        int length = PATTERN.length();
        if (micros != 0) {
            boolean isMillis = micros % MICROS_OF_MILLI == 0;
            length += isMillis ? 4 : 7;
            digits(text, PATTERN.length() + 1, length, isMillis ? micros / MICROS_OF_MILLI : micros);
        }
        text[length] = 'Z';
        return new String(text, 0, length + 1, StandardCharsets.ISO_8859_1);
    }

    private static void digits(byte[] text, int from, int to, int number) {
        int rest = number;
        for (int at = to - 1; at >= from; at--) {
            text[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
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

    private static Instant read(String text) {
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
