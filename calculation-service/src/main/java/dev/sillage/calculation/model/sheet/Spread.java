package dev.sillage.calculation.model.sheet;

/** How a method carries the uncertainty of its factors. */
public enum Spread {
    /** Not at all: central values only, as most reference methods. */
    POINT,
    /** All low ends together and all high ends together; the central figure is their mean, as EcoLogits shows it. */
    ENDS,
    /**
     * Each factor moves alone, all others at their central values; the relative changes of a result are combined as the
     * root of the sum of their squares in logarithms, because the factors are independent and mostly multiplied.
     */
    INDEPENDENT,
    /**
     * Each factor moves alone, as before, but the absolute changes of a result are combined as the root of the sum of
     * their squares, because a difference may be zero or negative, where there is no logarithm. Results may be negative.
     */
    DIFFERENCE
}
