package dev.sillage.calculation.reference;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sillage.calculation.factor.Factor;
import org.jspecify.annotations.Nullable;

/**
 * One factor, as the factor set has it.
 *
 * @param key dotted and stable
 * @param zone ISO 3166-1 alpha-3, {@code EU} or {@code WOR}, when the factor differs by place
 * @param unit of all three bounds, {@code 1} for a pure number
 * @param low lower bound of the plausible range
 * @param central the value to use when only one is used
 * @param high upper bound of the plausible range
 * @param validFrom first day it stands for, ISO 8601, when there is one
 * @param validTo last day it stands for, ISO 8601, when there is one
 * @param basis what it counts, when the key does not tell
 * @param source where it comes from
 * @param year the year it stands for, when the source tells
 * @param licence its licence, when the source tells
 * @param quality how far to trust it, when somebody judged it
 * @param note what else a reader should know
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FactorView(
        String key,
        @Nullable String zone,
        String unit,
        double low,
        double central,
        double high,
        @Nullable String validFrom,
        @Nullable String validTo,
        @Nullable String basis,
        String source,
        @Nullable String year,
        @Nullable String licence,
        @Nullable String quality,
        @Nullable String note) {

    static FactorView of(Factor factor) {
        return new FactorView(
                factor.key(),
                factor.zone(),
                factor.unit(),
                factor.low(),
                factor.central(),
                factor.high(),
                factor.validFrom() == null ? null : factor.validFrom().toString(),
                factor.validTo() == null ? null : factor.validTo().toString(),
                factor.basis(),
                factor.source(),
                factor.year(),
                factor.licence(),
                factor.quality(),
                factor.note());
    }
}
