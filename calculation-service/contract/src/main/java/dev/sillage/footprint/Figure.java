package dev.sillage.footprint;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * One figure with its plausible range, in the unit of its criterion.
 *
 * <p>It is decimal and not binary so that sums over any number of figures are exact and do not depend on their order:
 * what is reported equals what was computed. The computation itself is binary; {@link #rounded} makes the step once.
 *
 * @param low lower bound of the plausible range
 * @param central the figure to show when only one is shown
 * @param high upper bound of the plausible range
 */
public record Figure(BigDecimal low, BigDecimal central, BigDecimal high) {

    /** Significant digits of a published figure: far below any uncertainty, far above what a comparison needs. */
    public static final int SIGNIFICANT_DIGITS = 12;

    private static final MathContext ROUNDING = new MathContext(SIGNIFICANT_DIGITS, RoundingMode.HALF_EVEN);

    public Figure {
        if (low.signum() < 0 || low.compareTo(central) > 0 || central.compareTo(high) > 0) {
            throw new IllegalArgumentException(
                    "a figure needs 0 <= low <= central <= high, not " + low + ", " + central + ", " + high);
        }
    }

    /**
     * The published form of a computed range: each bound rounded half-even to {@link #SIGNIFICANT_DIGITS}.
     *
     * @throws IllegalArgumentException when a bound is not finite or the bounds are not in order
     */
    public static Figure rounded(double low, double central, double high) {
        BigDecimal published = decimal(central);
        return new Figure(
                low == central ? published : decimal(low), published, high == central ? published : decimal(high));
    }

    /** One number as it is published. */
    static BigDecimal decimal(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a published number must be finite, not " + value);
        }
        BigDecimal quickly = DecimalRounding.quickly(value);
        return quickly != null ? quickly : new BigDecimal(value, ROUNDING);
    }
}
