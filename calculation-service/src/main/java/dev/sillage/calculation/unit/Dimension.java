package dev.sillage.calculation.unit;

import java.util.List;

/**
 * The exponents of what a unit measures. Greenhouse gases and antimony equivalents are dimensions of their own, and so
 * is the mass of goods: a kilogram of CO2e is not a kilogram of bread. Counted things have no dimension.
 */
record Dimension(List<Integer> exponents) {
    static final Dimension NONE = new Dimension(List.of(0, 0, 0, 0, 0, 0, 0, 0));
    static final Dimension ENERGY = of(0);
    static final Dimension TIME = of(1);
    static final Dimension DATA = of(2);
    static final Dimension GREENHOUSE_GAS = of(3);
    static final Dimension ANTIMONY = of(4);
    static final Dimension VOLUME = of(5);
    static final Dimension LENGTH = of(6);
    static final Dimension MASS = of(7);

    private static Dimension of(int position) {
        Integer[] exponents = {0, 0, 0, 0, 0, 0, 0, 0};
        exponents[position] = 1;
        return new Dimension(List.of(exponents));
    }

    Dimension times(Dimension other, int power) {
        Integer[] sum = new Integer[exponents.size()];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = exponents.get(i) + power * other.exponents.get(i);
        }
        return new Dimension(List.of(sum));
    }
}
