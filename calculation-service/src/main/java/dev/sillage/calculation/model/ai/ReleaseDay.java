package dev.sillage.calculation.model.ai;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The day of a training run, for the regression of EcoLogits, which says nothing outside its century. */
final class ReleaseDay {
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final long CENTURY_DAYS = 36_525;

    private ReleaseDay() {}

    /** Days from 2020-01-01; null for a time for which the regression does not speak. */
    static @Nullable Double of(Instant time) {
        long days = ChronoUnit.DAYS.between(FIRST.atStartOfDay(ZoneOffset.UTC).toInstant(), time);
        return days < 0 || days > CENTURY_DAYS ? null : (double) days;
    }
}
