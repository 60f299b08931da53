package dev.sillage.calculation.model.avoided;

import dev.sillage.activity.Avoidance;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.model.NotComputableException;
import dev.sillage.calculation.model.sheet.Operand;
import dev.sillage.calculation.model.sheet.Quantities;
import dev.sillage.calculation.model.sheet.Sheet;
import java.util.List;
import java.util.Map;

/** Years of life of an asset whose manufacture is told, and electricity saved on the way. */
final class Maintenance implements Effect {
    private final Sheet sheet = Sheet.load("avoided/maintenance");
    private final int manufacture = sheet.quantity("M");
    private final int years = sheet.quantity("T");
    private final int energy = sheet.quantity("Es");

    @Override
    public Sheet sheet() {
        return sheet;
    }

    @Override
    public Factors factors(Avoidance avoidance, FactorView factors) throws NotComputableException {
        if (avoidance.assetKgCo2e() == null) {
            throw Substantiation.lacking("'assetKgCo2e' must tell what making the asset emits");
        }
        if (avoidance.solutionQuantity() == 0) {
            throw new NotComputableException("out-of-range", "'solutionQuantity' must be more than zero years of life");
        }
        if (avoidance.energySavedKwh() == null) {
            return new Factors(Map.<String, Operand>of(), Place.anywhere(List.of()));
        }
        return Grid.intensities(avoidance.country(), factors);
    }

    @Override
    public void set(Avoidance avoidance, Factors factors, Quantities quantities) {
        Double told = avoidance.timeframeYears();
        quantities.set(manufacture, avoidance.assetKgCo2e());
        quantities.set(years, told == null ? 1 : told);
        quantities.set(energy, avoidance.energySavedKwh());
    }
}
