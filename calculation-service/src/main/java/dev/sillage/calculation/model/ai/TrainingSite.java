package dev.sillage.calculation.model.ai;

import dev.sillage.activity.ModelTraining;
import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.model.CriteriaPlan;
import dev.sillage.calculation.model.place.Place;
import dev.sillage.calculation.model.place.Places;
import dev.sillage.calculation.model.sheet.Operand;
import dev.sillage.calculation.model.sheet.Sheet;
import dev.sillage.calculation.model.sheet.Spread;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a training run is computed with.
 *
 * @param accelerator the hardware
 * @param zone where its electricity was made
 * @param plan the sheet with the factors of both
 * @param warnings what had to be assumed of the zone
 */
record TrainingSite(Accelerator accelerator, String zone, CriteriaPlan plan, List<String> warnings) {

    /** @param search whether the run is a search, which holds all its tries already */
    static TrainingSite find(ModelTraining activity, boolean search, Sheet sheet, FactorView factors) {
        Accelerator accelerator = Accelerator.find(activity.hardware(), factors);
        Place place = Places.find(activity.zone(), factors);
        Map<String, Operand> operands = new HashMap<>(place.electricity());
        operands.putAll(accelerator.embodied());
        operands.put("Pt", Operand.of(accelerator.power()));
        operands.put("pk", Operand.of(accelerator.peak()));
        Factor ownMfu = factors.find("training.mfu." + accelerator.id(), null);
        operands.put("mfu", Operand.of(ownMfu == null ? factors.factor("training.mfu") : ownMfu));
        put(operands, "k", "training.flop", factors);
        put(operands, "r", "training.power-ratio", factors);
        put(operands, "H", "training.host-ratio", factors);
        put(operands, "PUEd", "datacentre.pue", factors);
        put(operands, "WUE", factors.catalogue().providers().unknown().key() + ".wue", factors);
        put(operands, "sl", "ecologits.training.slope", factors);
        put(operands, "ic", "ecologits.training.intercept", factors);
        put(operands, "ex", "ecologits.training.exponent", factors);
        put(operands, "eff", "ecologits.training.efficiency", factors);
        put(operands, "Rr", "ecologits.training.research-multiplier", factors);
        if (!search) {
            put(operands, "R", "training.research-multiplier", factors);
        }
        Factor metals = factors.find("grid.adpe", place.zone());
        if (metals != null) {
            operands.put("ADPF", Operand.of(metals));
        }
        List<String> warnings = new ArrayList<>(place.warnings());
        if (!place.told() && !warnings.contains("zone-fallback")) {
            warnings.add("zone-fallback");
        }
        return new TrainingSite(
                accelerator,
                place.zone(),
                new CriteriaPlan(sheet.plan(Spread.INDEPENDENT, operands)),
                List.copyOf(warnings));
    }

    private static void put(Map<String, Operand> operands, String symbol, String key, FactorView factors) {
        operands.put(symbol, Operand.of(factors.factor(key)));
    }
}
