package dev.sillage.calculation.read;

import dev.sillage.activity.TimeText;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times as the services write them to each other: RFC 3339 in UTC. */
public final class UtcTime {
    /** RFC 3339 has years of four digits; {@link Instant} would read longer ones too. */
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");

    private static final Instant END = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private UtcTime() {}

    /** The time, or null for a text that is none. */
    public static @Nullable Instant parse(String text) {
        try {
            Instant usual = TimeText.usual(text);
            Instant instant = usual == null ? Instant.parse(text) : usual;
            return instant.isBefore(FIRST) || instant.isAfter(END) ? null : instant;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
