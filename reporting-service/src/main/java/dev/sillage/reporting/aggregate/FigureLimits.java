package dev.sillage.reporting.aggregate;

import dev.sillage.footprint.Criterion;
import dev.sillage.reporting.intake.UnreadableException;
import java.math.BigDecimal;

/**
 * How large, small and long a bound may be, so that exact sums stay short. Every figure that a calculation in double
 * precision can publish is within, however absurd its activity was: what was accepted is reported.
 */
final class FigureLimits {
    private static final int MAX_DIGITS = 40;
    private static final int MAX_EXPONENT = 308;
    private static final int MIN_EXPONENT = -324;

    private FigureLimits() {}

    /**
     * The value itself, when it is within the limits.
     *
     * @throws UnreadableException otherwise
     */
    static BigDecimal check(BigDecimal value, Criterion criterion) throws UnreadableException {
        if (value.signum() == 0) {
            return BigDecimal.ZERO;
        }
        if (!holds(value)) {
            throw new UnreadableException(
                    "bad-figure",
                    "The figure of " + criterion.wireName() + " has more than " + MAX_DIGITS
                            + " digits or is not between 1E" + MIN_EXPONENT + " and 1E" + MAX_EXPONENT + ".");
        }
        return value;
    }

    /** Whether a number is neither too large nor too small nor too long. */
    static boolean holds(BigDecimal value) {
        long exponent = (long) value.precision() - value.scale() - 1;
        return value.precision() <= MAX_DIGITS && exponent <= MAX_EXPONENT && exponent >= MIN_EXPONENT;
    }
}
