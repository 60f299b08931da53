package dev.sillage.calculation.model.sheet;

/**
 * The natural logarithm and the exponential function from the four basic operations and small tables, so that they have
 * the same bits on every processor and by every compiler of the virtual machine: {@link Math} has not, and then a figure
 * that is computed again could differ in its last digit. {@link StrictMath} has, and costs a call out of Java for each;
 * the tables come from there.
 *
 * <p>Both follow the table-driven method of P. T. P. Tang (ACM Transactions on Mathematical Software 15(2), 1989, and
 * 16(4), 1990): the argument is split into a part that a table knows and a small rest, for which a few terms of a series
 * suffice.
 */
final class Exponentials {
    private static final int LOG_BITS = 9;
    private static final int LOG_SIZE = 1 << LOG_BITS;
    private static final int TABLE_BITS = 7;
    private static final int TABLE_SIZE = 1 << TABLE_BITS;
    private static final int MANTISSA_BITS = 52;
    private static final long MANTISSA_MASK = (1L << MANTISSA_BITS) - 1;
    private static final long ONE_BITS = Double.doubleToRawLongBits(1.0);
    private static final int EXPONENT_BIAS = 1023;

    private static final double LN_2 = StrictMath.log(2);
    private static final double STEP = LN_2 / TABLE_SIZE;
    /** The step in two parts, the first so short that its multiples are exact. */
    private static final double STEP_HIGH = Float.intBitsToFloat(Float.floatToRawIntBits((float) STEP) & 0xFFFFF000);

    private static final double STEP_LOW = STEP - STEP_HIGH;
    /** Beyond it the result is too large for a double. */
    private static final double LARGEST = 709;

    /** What the mantissas from {@code 1 + i / LOG_SIZE} on are multiplied by, to be next to one. */
    private static final double[] RECIPROCALS = new double[LOG_SIZE];
    /** The logarithms that this multiplication takes away. */
    private static final double[] LOGARITHMS = new double[LOG_SIZE];
    /** Two to the power of {@code i / TABLE_SIZE}. */
    private static final double[] POWERS = new double[TABLE_SIZE];

    static {
        for (int i = 0; i < LOG_SIZE; i++) {
            RECIPROCALS[i] = 1 / (1 + (double) i / LOG_SIZE);
            LOGARITHMS[i] = -StrictMath.log(RECIPROCALS[i]);
        }
        for (int i = 0; i < TABLE_SIZE; i++) {
            POWERS[i] = StrictMath.pow(2, (double) i / TABLE_SIZE);
        }
    }

    private Exponentials() {}

    /** The logarithm of a number, to within the rounding of its argument; of zero and below, negative infinity. */
    static double log(double x) {
        if (!(x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE)) {
            return x > 1 || Double.isNaN(x) ? x : Double.NEGATIVE_INFINITY;
        }
        long bits = Double.doubleToRawLongBits(x);
        int exponent = (int) (bits >>> MANTISSA_BITS) - EXPONENT_BIAS;
        int entry = (int) (bits >>> (MANTISSA_BITS - LOG_BITS)) & (LOG_SIZE - 1);
        double mantissa = Double.longBitsToDouble((bits & MANTISSA_MASK) | ONE_BITS);
        double r = mantissa * RECIPROCALS[entry] - 1;
        double series = r + r * r * (r * (1.0 / 3) - 1.0 / 2 + r * r * (r * (1.0 / 5) - 1.0 / 4));
        return (exponent * LN_2 + LOGARITHMS[entry]) + series;
    }

    /** The exponential of a number that is not negative; infinite from 709 on. */
    static double exp(double x) {
        if (!(x < LARGEST)) {
            return Double.isNaN(x) ? x : Double.POSITIVE_INFINITY;
        }
        int steps = (int) (x / STEP + 0.5);
        double rest = x - steps * STEP_HIGH - steps * STEP_LOW;
        double series = rest * (1 + rest * (1.0 / 2 + rest * (1.0 / 6 + rest * (1.0 / 24 + rest * (1.0 / 120)))));
        double power = POWERS[steps & (TABLE_SIZE - 1)];
        double scale = Double.longBitsToDouble((long) ((steps >> TABLE_BITS) + EXPONENT_BIAS) << MANTISSA_BITS);
        return (power + power * series) * scale;
    }
}
