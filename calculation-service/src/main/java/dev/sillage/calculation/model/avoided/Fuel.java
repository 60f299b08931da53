package dev.sillage.calculation.model.avoided;

import dev.sillage.activity.Avoidance;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.model.sheet.Operand;
import dev.sillage.calculation.model.sheet.Sheet;
import java.util.List;
import java.util.Map;

/** Litres of diesel, from well to wheel. */
final class Fuel implements Effect {
    private final Sheet sheet = Sheet.load("avoided/logistics-litre");

    @Override
    public Sheet sheet() {
        return sheet;
    }

    @Override
    public Factors factors(Avoidance avoidance, FactorView factors) {
        return new Factors(Map.of("f", Operand.of(factors.factor("avoided.diesel"))), Place.anywhere(List.of()));
    }
}
