package dev.sillage.calculation.unit;

/**
 * A unit of measure: a dimension and a scale. Two units of one dimension convert into each other by a number.
 *
 * <p>Written as words with {@code *}, {@code /}, {@code ^} and parentheses, for example {@code gCO2e/kWh},
 * {@code Wh/(token*Gparam)}, {@code mm^2} or {@code 1}; the words stand in {@link UnitWords}.
 */
public final class Unit {
    /** A pure number. */
    public static final Unit ONE = new Unit("1", Dimension.NONE, 1);

    private final String text;
    private final Dimension dimension;
    private final double scale;
    private final double divisor;

    Unit(String text, Dimension dimension, double scale) {
        this(text, dimension, scale, 1);
    }

    /** Scale and divisor stay apart, so that a unit that is divided out leaves no rounding error. */
    private Unit(String text, Dimension dimension, double scale, double divisor) {
        this.text = text;
        this.dimension = dimension;
        this.scale = scale;
        this.divisor = divisor;
    }

    /** The same unit, written otherwise. */
    Unit(String text, Unit same) {
        this(text, same.dimension, same.scale, same.divisor);
    }

    /**
     * Reads a unit.
     *
     * @throws IllegalArgumentException naming the text and the word that is not known
     */
    public static Unit parse(String text) {
        return new UnitParser(text).parse();
    }

    /** The product with another unit. */
    public Unit times(Unit other) {
        return new Unit(
                join(text, "*", other.text),
                dimension.times(other.dimension, 1),
                scale * other.scale,
                divisor * other.divisor);
    }

    /** The quotient by another unit. */
    public Unit per(Unit other) {
        String below = other.text.matches(".*[*/].*") ? "(" + other.text + ")" : other.text;
        return new Unit(
                join(text, "/", below),
                dimension.times(other.dimension, -1),
                scale * other.divisor,
                divisor * other.scale);
    }

    /** The unit raised to a whole power. */
    public Unit power(int exponent) {
        double above = Math.pow(exponent > 0 ? scale : divisor, Math.abs(exponent));
        double below = Math.pow(exponent > 0 ? divisor : scale, Math.abs(exponent));
        return new Unit("(" + text + ")^" + exponent, Dimension.NONE.times(dimension, exponent), above, below);
    }

    private static String join(String left, String operator, String right) {
        return right.equals("1") ? left : left + operator + right;
    }

    /** Whether both measure the same. */
    public boolean measuresSameAs(Unit other) {
        return dimension.equals(other.dimension);
    }

    /** Whether it is a pure number, be it a count, a share or one. */
    public boolean isNumber() {
        return dimension.equals(Dimension.NONE);
    }

    /**
     * The number by which a value in this unit is multiplied to have it in the other.
     *
     * @throws IllegalArgumentException when they do not measure the same
     */
    public double factorTo(Unit other) {
        if (!measuresSameAs(other)) {
            throw new IllegalArgumentException(
                    "'" + text + "' cannot be told in '" + other.text + "': they do not measure the same");
        }
        return scale * other.divisor / (divisor * other.scale);
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }
}
