package dev.sillage.calculation.model;

/**
 * A computed quantity with its plausible range, in a unit that its name or its criterion tells. Only a difference may
 * be below zero; that a figure of a footprint never is, is held by {@link dev.sillage.footprint.Figure}.
 *
 * @param low lower bound
 * @param central the figure to show when only one is shown
 * @param high upper bound
 */
public record Range(double low, double central, double high) {

    public Range {
        if (!(Double.NEGATIVE_INFINITY < low && low <= central && central <= high && high < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "a range needs finite low <= central <= high, not " + low + ", " + central + ", " + high);
        }
    }

    /** A quantity that is known exactly. */
    public static Range exactly(double value) {
        return new Range(value, value, value);
    }

    /** A quantity of which only the bounds are known; the central figure is their arithmetic mean. */
    public static Range between(double low, double high) {
        return new Range(low, (low + high) / 2, high);
    }

    /** The sum with another quantity of the same unit, bound by bound: both move together. */
    public Range plus(Range other) {
        return new Range(low + other.low, central + other.central, high + other.high);
    }

    /** The product with another quantity, bound by bound. */
    public Range times(Range other) {
        return new Range(low * other.low, central * other.central, high * other.high);
    }

    /** The product with a number that is known exactly and not negative. */
    public Range times(double factor) {
        return new Range(low * factor, central * factor, high * factor);
    }
}
