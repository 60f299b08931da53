package dev.sillage.calculation.model.perspective;

import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.model.NotComputableException;
import dev.sillage.calculation.model.Range;
import dev.sillage.calculation.unit.Unit;

/**
 * An amount of an everyday thing that emits as much.
 *
 * @param factor what one of it emits, with its source
 * @param amount how many of it
 * @param unit of what, for example {@code km} or {@code passenger*km}
 */
public record Equivalent(Factor factor, Range amount, String unit) {
    private static final String PER = "kgCO2e/";

    /**
     * That mass of greenhouse gases in an everyday thing: mass over what one of it emits (methodology.md section 12).
     *
     * @param name of the thing, as in the keys {@code equivalence.<name>.ghg}, for example {@code car-thermal-km}
     * @throws NotComputableException when the mass is negative or not finite
     * @throws dev.sillage.calculation.factor.FactorException when there is no such thing
     */
    public static Equivalent of(double kgCo2e, String name, FactorView factors) throws NotComputableException {
        if (!(kgCo2e >= 0 && kgCo2e < Double.POSITIVE_INFINITY)) {
            throw new NotComputableException("out-of-range", "an equivalence needs a mass that is not negative");
        }
        Factor factor = factors.factor("equivalence." + name + ".ghg");
        return new Equivalent(
                factor,
                new Range(kgCo2e / factor.high(), kgCo2e / factor.central(), kgCo2e / factor.low()),
                unit(factor));
    }

    private static String unit(Factor factor) {
        String unit = factor.unit();
        if (!unit.startsWith(PER)) {
            throw new IllegalStateException(
                    factor.key() + ": expected a unit that begins with " + PER + ", not " + unit);
        }
        String of = unit.substring(PER.length());
        return of.startsWith("(") ? of.substring(1, of.length() - 1) : of;
    }

    /**
     * The central amount in another unit of the same dimension.
     *
     * @throws IllegalArgumentException when it has another dimension
     */
    public double in(String other) {
        return amount.central() * Unit.parse(unit).factorTo(Unit.parse(other));
    }
}
