package dev.sillage.ingestion.check;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads RFC 3339 date-times (section 5.6). The JDK's ISO format is another one: it takes times without seconds and
 * offsets with them. A leap second counts as the first second of the next minute; digits beyond nanoseconds are cut.
 */
final class Rfc3339 {
    private static final int SECONDS_PER_DAY = 86_400;
    private static final int NANO_DIGITS = 9;

    private final String text;
    private int position;
    private boolean failed;

    private Rfc3339(String text) {
        this.text = text;
    }

    /** The instant, or null when the text is not an RFC 3339 date-time. */
    static @Nullable Instant parse(String text) {
        return new Rfc3339(text).parse();
    }

    private @Nullable Instant parse() {
        int year = digits(4);
        expect('-');
        int month = digits(2);
        expect('-');
        int day = digits(2);
        expect('T');
        int hour = digits(2);
        expect(':');
        int minute = digits(2);
        expect(':');
        int second = digits(2);
        int nanos = fraction();
        int offsetSeconds = offset();
        if (failed || position != text.length() || hour > 23 || minute > 59 || second > 60) {
            return null;
        }
        try {
            long days = LocalDate.of(year, month, day).toEpochDay();
            long seconds = days * SECONDS_PER_DAY + hour * 3600L + minute * 60L + second - offsetSeconds;
            // Leap seconds are inserted at the end of a UTC day only.
            if (second == 60 && Math.floorMod(seconds, SECONDS_PER_DAY) != 0) {
                return null;
            }
            return Instant.ofEpochSecond(seconds, nanos);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private int fraction() {
        if (peek() != '.') {
            return 0;
        }
        position++;
        int start = position;
        int nanos = 0;
        while (isDigit(peek())) {
            if (position - start < NANO_DIGITS) {
                nanos = nanos * 10 + (peek() - '0');
            }
            position++;
        }
        failed |= position == start;
        for (int digits = position - start; digits < NANO_DIGITS; digits++) {
            nanos *= 10;
        }
        return nanos;
    }

    private int offset() {
        char sign = peek();
        position++;
        if (sign == 'Z' || sign == 'z') {
            return 0;
        }
        failed |= sign != '+' && sign != '-';
        int hours = digits(2);
        expect(':');
        int minutes = digits(2);
        failed |= hours > 23 || minutes > 59;
        int seconds = hours * 3600 + minutes * 60;
        return sign == '-' ? -seconds : seconds;
    }

    private int digits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            char c = peek();
            failed |= !isDigit(c);
            value = value * 10 + (c - '0');
            position++;
        }
        return value;
    }

    private void expect(char expected) {
        failed |= Character.toUpperCase(peek()) != expected;
        position++;
    }

    private char peek() {
        return position < text.length() ? text.charAt(position) : '\0';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
