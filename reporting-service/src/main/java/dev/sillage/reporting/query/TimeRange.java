package dev.sillage.reporting.query;

import dev.sillage.reporting.problem.Problem;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * From when to when.
 *
 * @param from inclusive
 * @param to exclusive
 */
public record TimeRange(Instant from, Instant to) {
    private static final Duration DEFAULT_LENGTH = Duration.ofHours(24);
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /** Without a beginning 24 hours before the end; without an end up to now. */
    public static TimeRange of(@Nullable String from, @Nullable String to, Instant now) {
        Instant end = to == null ? now : instant("to", to);
        Instant beginning = from == null ? end.minus(DEFAULT_LENGTH) : instant("from", from);
        if (!beginning.isBefore(end)) {
            throw Problem.invalidParameter(
                    from == null ? "to" : "from",
                    "The range is empty: from (" + beginning + ") must be before to (" + end + "), which is exclusive."
                            + (to == null ? " Without to it ends now." : ""));
        }
        return new TimeRange(beginning, end);
    }

    /** A time with its offset, or a date, which is its first moment in UTC. */
    private static Instant instant(String parameter, String text) {
        try {
            Instant instant = text.length() == "2026-01-01".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            if (!instant.isBefore(EARLIEST) && !instant.isAfter(LATEST)) {
                return instant;
            }
        } catch (DateTimeException e) {
            // Said below, together with a time that is out of range.
        }
        throw Problem.invalidParameter(
                parameter,
                "Give " + parameter + " as a date (2026-11-23) or as an RFC 3339 time with its offset"
                        + " (2026-11-23T14:00:00Z; write + as %2B), from 1970 to 9999, not " + Problem.quoted(text)
                        + ".");
    }
}
