package dev.sillage.footprint;

import java.math.BigDecimal;

/**
 * A difference with its plausible range. Below zero it is the opposite of what its name says: an avoidance below zero
 * has added emissions. It is decimal for the reason given at {@link Figure}.
 *
 * @param low lower bound of the plausible range
 * @param central the figure to show when only one is shown
 * @param high upper bound of the plausible range
 */
public record SignedFigure(BigDecimal low, BigDecimal central, BigDecimal high) {

    public SignedFigure {
        if (low.compareTo(central) > 0 || central.compareTo(high) > 0) {
            throw new IllegalArgumentException(
                    "a difference needs low <= central <= high, not " + low + ", " + central + ", " + high);
        }
    }

    /**
     * The published form of a computed range: each bound rounded half-even to {@link Figure#SIGNIFICANT_DIGITS}.
     *
     * @throws IllegalArgumentException when a bound is not finite or the bounds are not in order
     */
    public static SignedFigure rounded(double low, double central, double high) {
        return new SignedFigure(Figure.decimal(low), Figure.decimal(central), Figure.decimal(high));
    }
}
