package dev.sillage.reporting.query;

import dev.sillage.reporting.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** Which earlier range a range is compared with. */
enum ComparedWith {
    /** As many whole months, else as many whole days, of the calendar of the zone; else the same length of time. */
    PREVIOUS_PERIOD("previousPeriod") {
        @Override
        TimeRange earlier(TimeRange range, ZoneId zone) {
            ZonedDateTime from = range.from().atZone(zone);
            ZonedDateTime to = range.to().atZone(zone);
            if (isMidnight(from) && isMidnight(to)) {
                LocalDate first = from.toLocalDate();
                LocalDate end = to.toLocalDate();
                LocalDate before = first.getDayOfMonth() == 1 && end.getDayOfMonth() == 1
                        ? first.minusMonths(ChronoUnit.MONTHS.between(first, end))
                        : first.minusDays(ChronoUnit.DAYS.between(first, end));
                return new TimeRange(before.atStartOfDay(zone).toInstant(), range.from());
            }
            return new TimeRange(range.from().minus(Duration.between(range.from(), range.to())), range.from());
        }

        private boolean isMidnight(ZonedDateTime time) {
            return time.equals(time.toLocalDate().atStartOfDay(time.getZone()));
        }
    },
    /** The same dates and times of day of the year before. */
    PREVIOUS_YEAR("previousYear") {
        @Override
        TimeRange earlier(TimeRange range, ZoneId zone) {
            LocalDateTime from = range.from().atZone(zone).toLocalDateTime();
            LocalDateTime to = range.to().atZone(zone).toLocalDateTime();
            LocalDateTime earlierTo = to.minusYears(1);
            // The end is exclusive: what ends with the beginning of 29 February holds all of the 28th.
            if (earlierTo.getDayOfMonth() != to.getDayOfMonth()) {
                earlierTo = earlierTo.plusDays(1);
            }
            return new TimeRange(
                    from.minusYears(1).atZone(zone).toInstant(),
                    earlierTo.atZone(zone).toInstant());
        }
    };

    static final String PARAMETER = "compareTo";

    private final String wireName;

    ComparedWith(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }

    static ComparedWith ofWireName(String wireName) {
        for (ComparedWith each : values()) {
            if (each.wireName.equals(wireName)) {
                return each;
            }
        }
        throw Problem.invalidParameter(
                PARAMETER,
                "There is no comparison " + Problem.quoted(wireName) + ". Use previousPeriod or previousYear.");
    }

    /** The range to compare with; a problem when there is none. */
    TimeRange of(TimeRange range, ZoneId zone) {
        TimeRange earlier = earlier(range, zone);
        if (earlier.from().isBefore(Instant.EPOCH)) {
            throw Problem.invalidParameter(
                    PARAMETER, "The range to compare with would begin before 1970, at " + earlier.from() + ".");
        }
        if (!earlier.from().isBefore(earlier.to())) {
            throw Problem.invalidParameter(
                    PARAMETER, "The clocks of " + zone + " had no such time the year before. Ask for a longer range.");
        }
        return earlier;
    }

    abstract TimeRange earlier(TimeRange range, ZoneId zone);
}
