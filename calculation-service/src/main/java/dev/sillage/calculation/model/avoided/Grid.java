package dev.sillage.calculation.model.avoided;

import dev.sillage.activity.Avoidance;
import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.factor.Zones;
import dev.sillage.calculation.model.sheet.Operand;
import dev.sillage.calculation.model.sheet.Sheet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Kilowatt-hours: at the margin of the country's grid, where that is known, and at its average. */
final class Grid implements Effect {
    private static final String AVERAGE = "grid.ghg.location";
    private static final String MARGINAL = "grid.ghg.marginal";

    private final Sheet sheet = Sheet.load("avoided/energy");

    @Override
    public Sheet sheet() {
        return sheet;
    }

    @Override
    public Factors factors(Avoidance avoidance, FactorView factors) {
        return intensities(avoidance.country(), factors);
    }

    static Factors intensities(@Nullable String country, FactorView factors) {
        Place place = Place.of(country, AVERAGE, factors);
        Map<String, Operand> operands = new HashMap<>();
        Factor average = place.find(AVERAGE, factors);
        operands.put("CI", Operand.of(average == null ? factors.factor(AVERAGE, Zones.WORLD) : average));
        Factor marginal = place.find(MARGINAL, factors);
        if (marginal == null) {
            place.warnings().add("marginal-intensity-unknown");
        } else {
            operands.put("CIx", Operand.of(marginal));
        }
        return new Factors(operands, place);
    }
}
