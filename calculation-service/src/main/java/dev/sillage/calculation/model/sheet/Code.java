package dev.sillage.calculation.model.sheet;

/** What one instruction does with its operands. */
enum Code {
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    POWER,
    MIN,
    MAX,
    FIRST,
    SUM,
    EXP,
    LOG2,
    CEIL,
    FLOOR;

    private static final double LN_2 = StrictMath.log(2);

    /** Whether one absent operand leaves the result to the other. */
    boolean passesOverAbsent() {
        return this == MIN || this == MAX || this == FIRST || this == SUM;
    }

    /**
     * The result for one pair of values; of the left one when there is one operand. An absent value is NaN. The library
     * functions are those of {@link StrictMath}, because the last bit of {@link Math} may differ between processors.
     */
    double apply(double left, double right) {
        return switch (this) {
            case ADD -> left + right;
            case SUBTRACT -> left - right;
            case MULTIPLY -> left * right;
            case DIVIDE -> left / right;
            case POWER -> StrictMath.pow(left, right);
            case MIN -> present(left, right, Math.min(left, right));
            case MAX -> present(left, right, Math.max(left, right));
            case FIRST -> Double.isNaN(left) ? right : left;
            case SUM -> present(left, right, left + right);
            case EXP -> StrictMath.exp(left);
            case LOG2 -> log2(left);
            case CEIL -> StrictMath.ceil(left);
            case FLOOR -> StrictMath.floor(left);
        };
    }

    private static double present(double left, double right, double both) {
        if (Double.isNaN(left)) {
            return right;
        }
        return Double.isNaN(right) ? left : both;
    }

    /** Exact for powers of two, so that no rounding error makes a whole number of machines one too many. */
    private static double log2(double value) {
        int exponent = Math.getExponent(value);
        return value == Math.scalb(1.0, exponent) ? exponent : StrictMath.log(value) / LN_2;
    }
}
