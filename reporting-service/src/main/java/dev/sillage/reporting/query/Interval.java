package dev.sillage.reporting.query;

import dev.sillage.reporting.schema.Rollup;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The step of a series: each begins on the full minute or hour, or at midnight, of the clocks of a time zone. */
public enum Interval {
    MINUTE(Rollup.MINUTE, Duration.ofMinutes(1), Duration.ofMinutes(1)),
    HOUR(Rollup.HOUR, Duration.ofHours(1), Duration.ofHours(1)),
    DAY(Rollup.DAY, Duration.ofHours(24), Duration.ofHours(25)),
    /** From Monday on, as in ISO 8601. */
    WEEK(Rollup.DAY, Duration.ofDays(7), Duration.ofDays(7).plusHours(1)),
    MONTH(Rollup.MONTH, Duration.ofDays(28), Duration.ofDays(31).plusHours(1)),
    /** No series: totals and groups only. */
    NONE(Rollup.MONTH, Duration.ZERO, Duration.ZERO);

    private static final Duration LONGEST_BY_MINUTE = Duration.ofHours(6);
    private static final Duration LONGEST_BY_HOUR = Duration.ofDays(14);
    private static final int SECONDS_OF_HOUR = 3600;

    private final Rollup coarsest;
    private final Duration shortest;
    private final Duration longest;

    Interval(Rollup coarsest, Duration shortest, Duration longest) {
        this.coarsest = coarsest;
        this.shortest = shortest;
        this.longest = longest;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Interval> ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(interval -> interval.wireName().equals(wireName))
                .findFirst();
    }

    /** All names, for people. */
    static String names() {
        return Arrays.stream(values()).map(Interval::wireName).collect(Collectors.joining(", "));
    }

    /** The one that shows a range in some hundred points: minutes up to 6 hours, hours up to 14 days, then days. */
    static Interval fitting(Instant from, Instant to) {
        Duration range = Duration.between(from, to);
        if (range.compareTo(LONGEST_BY_MINUTE) <= 0) {
            return MINUTE;
        }
        return range.compareTo(LONGEST_BY_HOUR) <= 0 ? HOUR : DAY;
    }

    /** The coarsest rollup that can lie within one step. */
    Rollup coarsest() {
        return coarsest;
    }

    boolean isFinerThanDays() {
        return this == MINUTE || this == HOUR;
    }

    /** At least how many steps a range touches, found without making them; 1 without steps. */
    long atLeast(Instant from, Instant to) {
        return this == NONE ? 1 : Duration.between(from, to).dividedBy(longest);
    }

    /** At most how many steps a range touches; 1 without steps. */
    long atMost(Instant from, Instant to) {
        // Clocks that change add a step at most twice a year; an unaligned range one at each end.
        return this == NONE ? 1 : Duration.between(from, to).dividedBy(shortest) * 101 / 100 + 3;
    }

    /** The beginning of the step that holds this instant; the earliest instant there is without steps. */
    Instant floor(Instant instant, ZoneId zone) {
        return switch (this) {
            case MINUTE -> Rollup.MINUTE.floor(instant);
            case HOUR -> floorOfHour(instant, zone.getRules());
            case NONE -> Instant.MIN;
            case DAY, WEEK, MONTH -> {
                Instant beginning = beginning(date(instant, zone), zone);
                // A clock that goes back over midnight shows the day before once more.
                Instant next = next(beginning, zone);
                yield next.isAfter(instant) ? beginning : next;
            }
        };
    }

    /** The beginning of the step after the one that begins at this instant. */
    Instant next(Instant beginning, ZoneId zone) {
        return switch (this) {
            case MINUTE -> Rollup.MINUTE.next(beginning);
            case HOUR -> nextHour(beginning, zone.getRules());
            case NONE -> Instant.MAX;
            // The usual clocks have no changes to look for.
            case DAY ->
                zone.equals(ZoneOffset.UTC) ? Rollup.DAY.next(beginning) : next(beginning, date(beginning, zone), zone);
            case WEEK -> beginning(date(beginning, zone).plusWeeks(1), zone);
            case MONTH -> beginning(date(beginning, zone).plusMonths(1), zone);
        };
    }

    /** The day after, or the one after that where a whole day was left out of the calendar. */
    private static Instant next(Instant beginning, LocalDate day, ZoneId zone) {
        LocalDate following = day.plusDays(1);
        while (!beginning(following, zone).isAfter(beginning)) {
            following = following.plusDays(1);
        }
        return beginning(following, zone);
    }

    private LocalDate date(Instant instant, ZoneId zone) {
        LocalDate date = instant.atZone(zone).toLocalDate();
        return switch (this) {
            case WEEK -> date.with(DayOfWeek.MONDAY);
            case MONTH -> date.withDayOfMonth(1);
            default -> date;
        };
    }

    /** The first moment of a day, which is not midnight where the clocks leave midnight out. */
    private static Instant beginning(LocalDate date, ZoneId zone) {
        return date.atStartOfDay(zone).toInstant();
    }

    private static Instant floorOfHour(Instant instant, ZoneRules rules) {
        Instant beginning = instant.truncatedTo(ChronoUnit.SECONDS).minusSeconds(secondOfHour(instant, rules));
        ZoneOffsetTransition change = rules.previousTransition(instant.plusNanos(1));
        return change != null && change.getInstant().isAfter(beginning) ? change.getInstant() : beginning;
    }

    private static Instant nextHour(Instant beginning, ZoneRules rules) {
        Instant next = beginning.plusSeconds(SECONDS_OF_HOUR - secondOfHour(beginning, rules));
        ZoneOffsetTransition change = rules.nextTransition(beginning);
        return change != null && change.getInstant().isBefore(next) ? change.getInstant() : next;
    }

    private static int secondOfHour(Instant instant, ZoneRules rules) {
        ZoneOffset offset = rules.getOffset(instant);
        return Math.floorMod(instant.getEpochSecond() + offset.getTotalSeconds(), SECONDS_OF_HOUR);
    }
}
