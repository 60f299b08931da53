package dev.sillage.reporting.schema;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** A table of sums per series and span of time, finest first. All spans are of UTC, so each holds whole finer ones. */
public enum Rollup {
    MINUTE("rollup_minute", ChronoUnit.MINUTES),
    HOUR("rollup_hour", ChronoUnit.HOURS),
    /** Apart by the day of the report too, column {@code reported_on}: several rows of one series and day add up. */
    DAY("rollup_day", ChronoUnit.DAYS),
    MONTH("rollup_month", ChronoUnit.MONTHS);

    private final String table;
    private final ChronoUnit span;

    Rollup(String table, ChronoUnit span) {
        this.table = table;
        this.span = span;
    }

    /** Its name in SQL. */
    public String table() {
        return table;
    }

    /** The name of its span as PostgreSQL's {@code date_trunc} knows it. */
    public String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The beginning of the span that holds this instant. */
    public Instant floor(Instant instant) {
        return this == MONTH
                ? utc(instant).truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1).toInstant()
                : instant.truncatedTo(span);
    }

    /** The first beginning of a span that is not before this instant. */
    public Instant ceiling(Instant instant) {
        Instant floor = floor(instant);
        return floor.equals(instant) ? floor : next(floor);
    }

    /** The beginning of the span after the one that begins at this instant. */
    public Instant next(Instant beginning) {
        return this == MONTH ? utc(beginning).plus(1, span).toInstant() : beginning.plus(1, span);
    }

    /** The next finer one; the finest has none. */
    public Rollup finer() {
        return switch (this) {
            case MONTH -> DAY;
            case DAY -> HOUR;
            case HOUR -> MINUTE;
            case MINUTE -> throw new IllegalStateException("nothing is finer than a minute");
        };
    }

    /** How many spans lie between two beginnings. */
    public long count(Instant first, Instant end) {
        return span.between(utc(first), utc(end));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
