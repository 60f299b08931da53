package dev.sillage.reporting.query;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.math.BigDecimal;

/**
 * An exact sum, in the unit of its criterion.
 *
 * @param low sum of the lower bounds
 * @param central sum of the central figures
 * @param high sum of the upper bounds
 * @param activities how many activities had data for it; the others are not in the sum
 */
@JsonSerialize(using = FigureSumJson.class)
public record FigureSum(BigDecimal low, BigDecimal central, BigDecimal high, long activities) {

    public FigureSum {
        low = plain(low);
        central = plain(central);
        high = plain(high);
    }

    public FigureSum plus(FigureSum other) {
        return new FigureSum(
                low.add(other.low), central.add(other.central), high.add(other.high), activities + other.activities);
    }

    /** The same number in one form, whatever the scales of its summands were. */
    public static BigDecimal plain(BigDecimal sum) {
        return sum.signum() == 0 ? BigDecimal.ZERO : sum.stripTrailingZeros();
    }
}
