package dev.sillage.calculation.reference;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sillage.calculation.factor.HistoricFactor;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one factor in some factor set.
 *
 * @param key dotted and stable
 * @param zone when the factor differs by place
 * @param validFrom first day it stands for, ISO 8601, when there is one
 * @param unit of all three bounds
 * @param low lower bound of the plausible range
 * @param central the value to use when only one is used
 * @param high upper bound of the plausible range
 * @param source where it came from
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FiguresView(
        String key,
        @Nullable String zone,
        @Nullable String validFrom,
        String unit,
        double low,
        double central,
        double high,
        String source) {

    static FiguresView of(HistoricFactor factor) {
        return new FiguresView(
                factor.key(),
                factor.zone(),
                factor.validFrom() == null ? null : factor.validFrom().toString(),
                factor.unit(),
                factor.low(),
                factor.central(),
                factor.high(),
                factor.source());
    }
}
