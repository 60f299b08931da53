package dev.sillage.calculation.model.inference;

import dev.sillage.calculation.model.Range;

/** The least and the largest plausible value of a parameter. */
record Bounds(double low, double high) {

    Bounds {
        if (!(0 <= low && low <= high && high < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("bounds need 0 <= low <= high < infinity, not " + low + ", " + high);
        }
    }

    static Bounds exactly(double value) {
        return new Bounds(value, value);
    }

    Range range() {
        return Range.between(low, high);
    }
}
