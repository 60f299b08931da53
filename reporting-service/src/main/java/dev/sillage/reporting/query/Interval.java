package dev.sillage.reporting.query;

import dev.sillage.reporting.schema.Rollup;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The step of a series, in UTC. */
enum Interval {
    MINUTE(Rollup.MINUTE),
    HOUR(Rollup.HOUR),
    DAY(Rollup.DAY),
    MONTH(Rollup.MONTH),
    /** No series: totals and groups only. */
    NONE(null);

    private static final Duration LONGEST_BY_MINUTE = Duration.ofHours(6);
    private static final Duration LONGEST_BY_HOUR = Duration.ofDays(14);

    private final @Nullable Rollup rollup;

    Interval(@Nullable Rollup rollup) {
        this.rollup = rollup;
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Interval> ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(interval -> interval.wireName().equals(wireName))
                .findFirst();
    }

    /** The one that shows a range in some hundred points: minutes up to 6 hours, hours up to 14 days, then days. */
    static Interval fitting(Instant from, Instant to) {
        Duration range = Duration.between(from, to);
        if (range.compareTo(LONGEST_BY_MINUTE) <= 0) {
            return MINUTE;
        }
        return range.compareTo(LONGEST_BY_HOUR) <= 0 ? HOUR : DAY;
    }

    /** The rollup of one row per step; null without steps. */
    @Nullable
    Rollup rollup() {
        return rollup;
    }

    /** The coarsest rollup whose rows lie within one step. */
    Rollup coarsest() {
        return rollup == null ? Rollup.MONTH : rollup;
    }

    /** How many steps a range touches; 1 without steps. */
    long steps(Instant from, Instant to) {
        if (rollup == null) {
            return 1;
        }
        return rollup.count(rollup.floor(from), rollup.ceiling(to));
    }
}
