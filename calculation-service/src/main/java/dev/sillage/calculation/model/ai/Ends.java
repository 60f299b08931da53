package dev.sillage.calculation.model.ai;

import dev.sillage.calculation.factor.Factor;

/** A factor of the catalogue looked at in another way; key, unit and source stay. */
final class Ends {

    /** Its low end alone, as a value that is known. */
    static Factor low(Factor factor) {
        return with(factor, factor.low(), factor.low(), factor.low());
    }

    /** Its high end alone, as a value that is known. */
    static Factor high(Factor factor) {
        return with(factor, factor.high(), factor.high(), factor.high());
    }

    /** A number by which the truth may be divided or multiplied: one, between its inverse and itself. */
    static Factor timesOrDivided(Factor factor) {
        return with(factor, 1 / factor.central(), 1, factor.central());
    }

    private static Factor with(Factor factor, double low, double central, double high) {
        return new Factor(
                factor.key(),
                factor.zone(),
                factor.unit(),
                low,
                central,
                high,
                factor.validFrom(),
                factor.validTo(),
                factor.basis(),
                factor.source(),
                factor.year(),
                factor.licence(),
                factor.quality(),
                factor.note());
    }

    private Ends() {}
}
