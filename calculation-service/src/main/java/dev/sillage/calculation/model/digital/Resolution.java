package dev.sillage.calculation.model.digital;

import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.model.CriteriaPlan;
import dev.sillage.calculation.model.place.Place;
import dev.sillage.calculation.model.place.Places;
import dev.sillage.calculation.model.sheet.Operand;
import dev.sillage.calculation.model.sheet.Sheet;
import dev.sillage.calculation.model.sheet.Spread;
import dev.sillage.footprint.Tier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the factors of one activity, and keeps what had to be assumed. */
final class Resolution {
    private final FactorView factors;
    private final Place place;
    private final Map<String, Operand> operands;
    private final List<String> warnings;
    private boolean assumed;

    Resolution(@Nullable String country, FactorView factors) {
        this.factors = factors;
        this.place = Places.find(country, factors);
        this.operands = new HashMap<>(place.electricity());
        this.warnings = new ArrayList<>(place.warnings());
        this.assumed = !place.told();
        if (operands.containsKey("PEF")) {
            warnings.add("use-only:primary-energy");
        }
    }

    FactorView factors() {
        return factors;
    }

    /** The symbol stands for the factor of that key, which every factor set has. */
    Resolution put(String symbol, String key) {
        operands.put(symbol, Operand.of(factors.factor(key)));
        return this;
    }

    /** The symbol stands for the factor of that key; for nothing when there is none. */
    Resolution putIfKnown(String symbol, String key) {
        Factor factor = factors.find(key, null);
        if (factor != null) {
            operands.put(symbol, Operand.of(factor));
        }
        return this;
    }

    /** The symbol stands for what was told. */
    Resolution tell(String symbol, double value) {
        operands.put(symbol, Operand.told(value, "1"));
        return this;
    }

    /** The activity did not tell, and the contract says what that means. */
    Resolution assume() {
        assumed = true;
        return this;
    }

    /** The activity told something that is not known. */
    Resolution fallback(String warning) {
        assumed = true;
        return warn(warning);
    }

    Resolution warn(String warning) {
        if (!warnings.contains(warning)) {
            warnings.add(warning);
        }
        return this;
    }

    Resolved plan(Sheet sheet) {
        return new Resolved(
                new CriteriaPlan(sheet.plan(Spread.INDEPENDENT, operands)),
                place.zone(),
                assumed ? Tier.CLASS : Tier.REGISTRY,
                List.copyOf(warnings));
    }
}
