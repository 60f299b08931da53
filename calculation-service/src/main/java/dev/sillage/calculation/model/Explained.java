package dev.sillage.calculation.model;

import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.model.Explanation.FactorUse;
import dev.sillage.calculation.model.Explanation.Value;
import dev.sillage.calculation.model.sheet.Words;

/** The words of an explanation, written shortly. */
public final class Explained {

    /** A named value. */
    public static Value value(String symbol, String meaning, Range range, String unit) {
        return new Value(symbol, new Words(meaning, meaning), range, unit);
    }

    /** A named value that is known exactly. */
    public static Value value(String symbol, String meaning, double exact, String unit) {
        return new Value(symbol, new Words(meaning, meaning), Range.exactly(exact), unit);
    }

    /** A factor as the catalogue has it. */
    public static FactorUse use(String symbol, Factor factor) {
        return new FactorUse(
                symbol,
                new Words(factor.key(), factor.key()),
                factor.key(),
                factor.zone(),
                range(factor),
                factor.unit(),
                factor.source(),
                factor.year(),
                factor.licence(),
                factor.quality());
    }

    /** The three bounds of a factor. */
    public static Range range(Factor factor) {
        return new Range(factor.low(), factor.central(), factor.high());
    }

    private Explained() {}
}
