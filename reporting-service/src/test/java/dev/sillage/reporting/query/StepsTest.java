package dev.sillage.reporting.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sillage.reporting.schema.Rollup;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StepsTest {
    private static final Instant START = Instant.parse("2010-01-01T00:00:00Z");
    private static final int MINUTES_OF_TEN_YEARS = 5_260_000;

    /** Whole, half and quarter hours; clocks that change by half an hour, over midnight, and by a whole day. */
    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "UTC",
                        "Europe/Paris",
                        "America/New_York",
                        "Asia/Kolkata",
                        "Asia/Kathmandu",
                        "Australia/Lord_Howe",
                        "America/St_Johns",
                        "America/Sao_Paulo",
                        "Asia/Beirut",
                        "Pacific/Apia")
                .map(ZoneId::of);
    }

    @Property(tries = 400)
    void stepsFollowEachOtherAndHoldTheRange(
            @ForAll("zones") ZoneId zone,
            @ForAll Interval interval,
            @ForAll @IntRange(max = MINUTES_OF_TEN_YEARS) int fromMinute,
            @ForAll @IntRange(min = 1, max = 3000) int length) {
        Instant from = START.plus(Duration.ofMinutes(fromMinute));
        Instant to = from.plus(unit(interval).multipliedBy(length).dividedBy(10).plusMinutes(1));

        List<Instant> bounds = Steps.of(interval, from, to, zone).bounds();

        assertThat(bounds).isSorted().doesNotHaveDuplicates();
        assertThat(bounds.get(0)).isBeforeOrEqualTo(from);
        assertThat(bounds.get(1)).isAfter(from);
        assertThat(bounds.get(bounds.size() - 1)).isAfterOrEqualTo(to);
        assertThat(bounds.get(bounds.size() - 2)).isBefore(to);
        assertThat((long) bounds.size() - 1).isBetween(interval.atLeast(from, to), interval.atMost(from, to));
        if (interval == Interval.DAY || interval == Interval.WEEK || interval == Interval.MONTH) {
            assertThat(bounds).allSatisfy(bound -> {
                ZonedDateTime local = bound.atZone(zone);
                assertThat(local).isEqualTo(local.toLocalDate().atStartOfDay(zone));
            });
        }
    }

    @Property(tries = 200)
    void everyMinuteIsReadOnceAndNoRowLiesInTwoSteps(
            @ForAll("zones") ZoneId zone,
            @ForAll Interval interval,
            @ForAll @IntRange(max = MINUTES_OF_TEN_YEARS) int fromMinute,
            @ForAll @IntRange(min = 1, max = 200_000) int minutes) {
        Instant from = START.plus(Duration.ofMinutes(fromMinute));
        Instant to = from.plus(Duration.ofMinutes(minutes));
        Steps steps = Steps.of(interval, from, to, zone);

        Map<Rollup, List<Segment>> cover = steps.cover(from, to, interval.coarsest());

        List<Segment> all = new ArrayList<>();
        cover.values().forEach(all::addAll);
        all.sort((one, other) -> one.from().compareTo(other.from()));
        Instant expected = from;
        for (Segment segment : all) {
            assertThat(segment.from()).isEqualTo(expected);
            expected = segment.to();
            for (Instant row = segment.from();
                    row.isBefore(segment.to());
                    row = segment.rollup().next(row)) {
                Instant first = row;
                Instant end = segment.rollup().next(row);
                assertThat(segment.rollup().floor(row)).isEqualTo(row);
                assertThat(steps.bounds()).noneMatch(bound -> bound.isAfter(first) && bound.isBefore(end));
                if (segment.rollup() == Rollup.MINUTE) {
                    break;
                }
            }
        }
        assertThat(expected).isEqualTo(to);
    }

    @Test
    void aDayOnWhichClocksChangeHas23Or25Hours() {
        ZoneId paris = ZoneId.of("Europe/Paris");

        assertThat(days(paris, "2026-03-28", "2026-03-31")).containsExactly(24L, 23L, 24L);
        assertThat(days(paris, "2026-10-24", "2026-10-27")).containsExactly(24L, 25L, 24L);
    }

    @Test
    void aDayThatACalendarLeftOutIsNoStep() {
        assertThat(days(ZoneId.of("Pacific/Apia"), "2011-12-29", "2012-01-01")).containsExactly(24L, 24L);
    }

    @Test
    void weeksBeginOnMonday() {
        Steps weeks = Steps.of(
                Interval.WEEK,
                Instant.parse("2026-11-26T10:00:00Z"),
                Instant.parse("2026-12-02T00:00:00Z"),
                ZoneId.of("Europe/Paris"));

        assertThat(weeks.bounds())
                .allSatisfy(bound -> assertThat(
                                bound.atZone(ZoneId.of("Europe/Paris")).getDayOfWeek())
                        .isEqualTo(DayOfWeek.MONDAY))
                .hasSize(3);
    }

    @Test
    void clocksThatWereNotOnFullMinutesAreRefused() {
        assertThatThrownBy(() -> Steps.of(
                        Interval.DAY,
                        Instant.parse("1971-01-01T00:00:00Z"),
                        Instant.parse("1971-01-03T00:00:00Z"),
                        ZoneId.of("Africa/Monrovia")))
                .isInstanceOf(HttpProblem.class);
    }

    private static List<Long> days(ZoneId zone, String first, String end) {
        Steps steps = Steps.of(
                Interval.DAY,
                LocalDate.parse(first).atStartOfDay(zone).toInstant(),
                LocalDate.parse(end).atStartOfDay(zone).toInstant(),
                zone);
        List<Long> hours = new ArrayList<>();
        for (int step = 0; step < steps.count(); step++) {
            hours.add(Duration.between(steps.beginning(step), steps.end(step)).toHours());
        }
        return hours;
    }

    private static Duration unit(Interval interval) {
        return switch (interval) {
            case MINUTE -> Duration.ofMinutes(1);
            case HOUR -> Duration.ofHours(1);
            case DAY, NONE -> Duration.ofDays(1);
            case WEEK -> Duration.ofDays(7);
            case MONTH -> Duration.ofDays(30);
        };
    }
}
