package dev.sillage.calculation.model.sheet;

/**
 * The natural logarithm from the four basic operations only, so that it has the same bits on every processor and by
 * every compiler of the virtual machine: {@link Math#log} has not, and then a figure that is computed again could differ
 * in its last digit. {@link StrictMath#log} has, and costs a call out of Java for each.
 *
 * <p>With {@code x = m * 2^k} and {@code m} near one, {@code ln m = 2 * (s + s^3/3 + s^5/5 + ...)} for
 * {@code s = (m - 1) / (m + 1)}; eleven terms leave less than the rounding of a double.
 */
final class NaturalLogarithm {
    private static final double LN_2 = 0.6931471805599453;
    private static final double ROOT_2 = 1.4142135623730951;

    private static final double[] RECIPROCALS = new double[21];

    static {
        for (int odd = 1; odd < RECIPROCALS.length; odd += 2) {
            RECIPROCALS[odd] = 1.0 / odd;
        }
    }

    private NaturalLogarithm() {}

    /** Of a finite number that is not less than one. */
    static double of(double x) {
        int exponent = Math.getExponent(x);
        double mantissa = Math.scalb(x, -exponent);
        if (mantissa > ROOT_2) {
            mantissa /= 2;
            exponent++;
        }
        double s = (mantissa - 1) / (mantissa + 1);
        double z = s * s;
        double series = 1.0 / 21;
        for (int odd = 19; odd > 0; odd -= 2) {
            series = series * z + RECIPROCALS[odd];
        }
        return exponent * LN_2 + 2 * s * series;
    }
}
