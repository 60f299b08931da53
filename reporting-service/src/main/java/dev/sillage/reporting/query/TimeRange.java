package dev.sillage.reporting.query;

import dev.sillage.reporting.problem.Problem;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * From when to when.
 *
 * @param from inclusive
 * @param to exclusive
 */
public record TimeRange(Instant from, Instant to) {
    /** Everything that can be asked for. */
    public static final TimeRange ALL = new TimeRange(Instant.EPOCH, Instant.parse("9999-12-31T00:00:00Z"));

    private static final Duration DEFAULT_LENGTH = Duration.ofHours(24);

    /** Dates are days of UTC; without a beginning 24 hours before the end; without an end up to now. */
    public static TimeRange of(@Nullable String from, @Nullable String to, Instant now) {
        return of(from, to, now, ZoneOffset.UTC);
    }

    /** Dates are days of that zone; without a beginning 24 hours before the end; without an end up to now. */
    public static TimeRange of(@Nullable String from, @Nullable String to, Instant now, ZoneId zone) {
        Instant end = to == null ? now : instant("to", to, zone);
        Instant beginning = from == null ? end.minus(DEFAULT_LENGTH) : instant("from", from, zone);
        return checked(from, to, beginning, end);
    }

    /** Dates are days of UTC; what is not given has no bound. */
    public static TimeRange unbounded(@Nullable String from, @Nullable String to) {
        return checked(
                from,
                to,
                from == null ? ALL.from : instant("from", from, ZoneOffset.UTC),
                to == null ? ALL.to : instant("to", to, ZoneOffset.UTC));
    }

    private static TimeRange checked(@Nullable String from, @Nullable String to, Instant beginning, Instant end) {
        if (!beginning.isBefore(end)) {
            throw Problem.invalidParameter(
                    from == null ? "to" : "from",
                    "The range is empty: from (" + beginning + ") must be before to (" + end + "), which is exclusive."
                            + (to == null ? " Without to it ends now." : ""));
        }
        return new TimeRange(beginning, end);
    }

    /** A time with its offset, or a date, which is its first moment in the zone. */
    private static Instant instant(String parameter, String text, ZoneId zone) {
        try {
            Instant instant = text.length() == "2026-01-01".length()
                    ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            if (!instant.isBefore(ALL.from) && !instant.isAfter(ALL.to)) {
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
