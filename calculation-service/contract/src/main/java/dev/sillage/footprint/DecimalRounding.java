package dev.sillage.footprint;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The decimal of a double with {@link Figure#SIGNIFICANT_DIGITS} digits, rounded half-even, without the hundred-digit
 * numbers that {@link BigDecimal#BigDecimal(double, java.math.MathContext)} goes through: a footprint has two dozen of
 * them, and there they cost more than all its formulas.
 *
 * <p>The double is scaled by a power of ten that is itself a double, and {@link Math#fma} tells what the product lost,
 * so that product and loss together are exact (T. J. Dekker, "A floating-point technique for extending the available
 * precision", 1971). Whenever the digits do not decide beyond doubt, there is no answer.
 */
final class DecimalRounding {
    /** The powers of ten that a double holds exactly. */
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private static final double LEAST = POWERS[Figure.SIGNIFICANT_DIGITS - 1];
    private static final double END = POWERS[Figure.SIGNIFICANT_DIGITS];

    /** Far above the loss of the product, 2^-14 at most, and far below any distance that matters for speed. */
    private static final double DOUBT = 1e-3;

    private DecimalRounding() {}

    /**
     * The same digits and scale as the slow way, or null when only the slow way can tell: for values that are not
     * positive, out of the range of the powers, very near to a tie, or exact with fewer digits.
     */
    static @Nullable BigDecimal quickly(double value) {
        if (!(value > 0)) {
            return null;
        }
        int scale = Figure.SIGNIFICANT_DIGITS - 1 - (int) Math.floor(Math.log10(value));
        if (scale < 0 || scale >= POWERS.length) {
            return null;
        }
        double product = value * POWERS[scale];
        if (product < LEAST || product >= END) {
            return null;
        }
        double loss = Math.fma(value, POWERS[scale], -product);
        double whole = Math.floor(product);
        double rest = product - whole + loss;
        if (rest < DOUBT || rest > 1 - DOUBT || Math.abs(rest - 0.5) < DOUBT) {
            return null;
        }
        long digits = (long) whole + (rest > 0.5 ? 1 : 0);
        return digits < END ? BigDecimal.valueOf(digits, scale) : null;
    }
}
