package dev.sillage.reporting.schema;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** A table of sums per series and span of time, finest first. All spans are of UTC, so each holds whole finer ones. */
public enum Rollup {
    MINUTE("rollup_minute", ChronoUnit.MINUTES),
    HOUR("rollup_hour", ChronoUnit.HOURS),
    DAY("rollup_day", ChronoUnit.DAYS);

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

    public long spanSeconds() {
        return span.getDuration().toSeconds();
    }

    /** The beginning of the span that holds this instant. */
    public Instant floor(Instant instant) {
        return instant.truncatedTo(span);
    }

    /** The first beginning of a span that is not before this instant. */
    public Instant ceiling(Instant instant) {
        Instant floor = floor(instant);
        return floor.equals(instant) ? floor : floor.plus(span.getDuration());
    }
}
