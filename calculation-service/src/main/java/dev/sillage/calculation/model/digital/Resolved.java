package dev.sillage.calculation.model.digital;

import dev.sillage.calculation.model.Case;
import dev.sillage.calculation.model.CriteriaPlan;
import dev.sillage.calculation.model.sheet.Quantities;
import dev.sillage.footprint.FunctionalUnit;
import dev.sillage.footprint.Tier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What activities that name the same things have in common.
 *
 * @param zone where the electricity is made
 * @param tier how well the things are known
 * @param warnings what had to be assumed
 */
record Resolved(CriteriaPlan plan, String zone, Tier tier, List<String> warnings) {

    /** One such activity; that it lasted no time, or was nothing, must not look like a clean activity. */
    Case of(Quantities quantities, double amount, @Nullable FunctionalUnit delivered) {
        return amount > 0 ? of(quantities, delivered) : warning("zero-energy").of(quantities, delivered);
    }

    Case of(Quantities quantities, @Nullable FunctionalUnit delivered) {
        return new Case(plan, quantities, null, null, zone, tier, warnings, delivered);
    }

    Resolved warning(String warning) {
        List<String> more = new ArrayList<>(warnings);
        more.add(warning);
        return new Resolved(plan, zone, tier, more);
    }

    /** The same things, of which the activity left something else unsaid. */
    Resolved assumed() {
        return tier == Tier.CLASS ? this : new Resolved(plan, zone, Tier.CLASS, warnings);
    }
}
