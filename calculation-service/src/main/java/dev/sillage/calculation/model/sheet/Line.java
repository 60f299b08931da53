package dev.sillage.calculation.model.sheet;

import dev.sillage.calculation.unit.Unit;

/** One line of a sheet: what a symbol stands for. */
sealed interface Line {

    String symbol();

    Unit unit();

    Words words();

    /** What the activity tells, or what follows from it before any computation. */
    record Quantity(String symbol, Unit unit, Words words) implements Line {}

    /** A value from the catalogue. */
    record Constant(String symbol, Unit unit, Words words) implements Line {}

    /**
     * A computed value.
     *
     * @param name stable code of the step, for example {@code network-energy}
     * @param formula as in the sheet, for example {@code Enet = V * k}
     * @param expression its right side
     */
    record Computed(String name, String symbol, String formula, Expression expression, Unit unit, Words words)
            implements Line {}
}
