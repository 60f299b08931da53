package dev.sillage.calculation.own;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * An own factor, as it is kept.
 *
 * @param key of the catalogue
 * @param zone when it has one
 * @param unit that of the catalogue, into which the sender's was converted
 * @param low lower bound
 * @param central the value to use when only one is used
 * @param high upper bound
 * @param from first moment it holds, RFC 3339, when there is one
 * @param to first moment it no longer holds, RFC 3339, when there is one
 * @param source why the tenant believes it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OwnFactorView(
        String key,
        @Nullable String zone,
        String unit,
        double low,
        double central,
        double high,
        @Nullable String from,
        @Nullable String to,
        String source) {

    static OwnFactorView of(OwnFactor factor) {
        return new OwnFactorView(
                factor.key(),
                factor.zone(),
                factor.unit(),
                factor.low(),
                factor.central(),
                factor.high(),
                factor.from() == null ? null : String.valueOf(factor.from()),
                factor.to() == null ? null : String.valueOf(factor.to()),
                factor.source());
    }
}
