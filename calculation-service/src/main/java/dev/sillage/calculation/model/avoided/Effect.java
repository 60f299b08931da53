package dev.sillage.calculation.model.avoided;

import dev.sillage.activity.Avoidance;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.model.NotComputableException;
import dev.sillage.calculation.model.sheet.Operand;
import dev.sillage.calculation.model.sheet.Quantities;
import dev.sillage.calculation.model.sheet.Sheet;
import java.util.Map;

/** How the effect of one lever in one unit is computed. */
interface Effect {

    /** The sheet, with the quantities q0, q1, F and Rb and the steps second-order and avoided. */
    Sheet sheet();

    /**
     * The factors of the sheet for that claim.
     *
     * @throws NotComputableException when the claim lacks what this effect needs
     */
    Factors factors(Avoidance avoidance, FactorView factors) throws NotComputableException;

    /** Sets the quantities that only this effect has. */
    default void set(Avoidance avoidance, Factors factors, Quantities quantities) {}

    /**
     * The factors of one claim.
     *
     * @param operands by symbol of the sheet
     * @param place whose they are, and what had to be assumed
     */
    record Factors(Map<String, Operand> operands, Place place) {}
}
