package dev.sillage.calculation.model.sheet;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The values of the quantities of one computation; each is absent until it is set. Not safe for several threads. */
public final class Quantities {
    private final double[] values;

    Quantities(int count) {
        values = new double[count];
        Arrays.fill(values, Double.NaN);
    }

    /**
     * Sets a quantity, in the unit of the sheet.
     *
     * @param position from {@link Sheet#quantity}
     */
    public Quantities set(int position, double value) {
        values[position] = value;
        return this;
    }

    /** Sets a quantity that may be absent. */
    public Quantities set(int position, @Nullable Number value) {
        values[position] = value == null ? Double.NaN : value.doubleValue();
        return this;
    }

    double value(int position) {
        return values[position];
    }

    int count() {
        return values.length;
    }
}
