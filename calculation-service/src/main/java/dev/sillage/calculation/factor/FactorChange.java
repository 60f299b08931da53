package dev.sillage.calculation.factor;

/**
 * A factor whose unit or figures differ between two sets.
 *
 * @param before in the older set
 * @param after in the newer set
 */
public record FactorChange(HistoricFactor before, HistoricFactor after) {

    /** Central figure after over before; NaN when the units differ or the figure before is zero. */
    public double ratio() {
        return before.unit().equals(after.unit()) && before.central() != 0
                ? after.central() / before.central()
                : Double.NaN;
    }
}
