package dev.sillage.calculation.factor;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One constant with its plausible range, its unit and where it comes from.
 *
 * @param key dotted and stable, for example {@code grid.ghg.location}
 * @param zone ISO 3166-1 alpha-3, {@code EU} or {@code WOR}, a part of a country such as {@code FR-COR}, or a cloud
 *     region such as {@code aws:eu-west-3}, when the factor differs by place
 * @param unit of all three bounds, {@code 1} for a pure number
 * @param low lower bound of the plausible range
 * @param central the value to use when only one is used
 * @param high upper bound of the plausible range
 * @param validFrom first day it stands for, when it does not stand for all time before {@code validTo}
 * @param validTo last day it stands for, when it does not stand for all time after {@code validFrom}
 * @param basis what it counts, when the key does not tell
 * @param source where it was read
 * @param year the year it stands for, when the source tells
 * @param licence its licence, when the source tells
 * @param quality how far to trust it, one of {@link #QUALITIES}; absent for the figures of the registries
 * @param note what else a reader should know
 */
public record Factor(
        String key,
        @Nullable String zone,
        String unit,
        double low,
        double central,
        double high,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String basis,
        String source,
        @Nullable String year,
        @Nullable String licence,
        @Nullable String quality,
        @Nullable String note) {

    /** A figure that is truly zero, as somebody checked; all other zeros are holes of a source. */
    public static final String ZERO_CONFIRMED = "zero-confirmed";

    /** What {@link #quality} may be in a factor set, the best first. */
    public static final List<String> QUALITIES = List.of(
            "measured",
            "published",
            ZERO_CONFIRMED,
            "derived",
            "derived-range",
            "fitted",
            "modelled",
            "assumed",
            "proxy",
            "weak",
            "suspect");

    boolean overlaps(Factor other) {
        return !endsBefore(other) && !other.endsBefore(this);
    }

    private boolean endsBefore(Factor other) {
        return validTo != null && other.validFrom != null && validTo.isBefore(other.validFrom);
    }
}
