package dev.sillage.calculation.model;

import dev.sillage.calculation.model.sheet.Quantities;
import dev.sillage.footprint.FunctionalUnit;
import dev.sillage.footprint.Tier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An activity that was resolved, ready to be computed.
 *
 * @param plan the sheet with its factors
 * @param quantities what the activity tells
 * @param provider who served it, as resolved, when the kind has one
 * @param model what served it, as resolved, when the kind has one
 * @param zone where its electricity was made, when the kind has one
 * @param tier how well it is known
 * @param warnings stable codes of what had to be assumed
 * @param functionalUnit what the activity delivered; null when it delivered nothing
 */
public record Case(
        CriteriaPlan plan,
        Quantities quantities,
        @Nullable String provider,
        @Nullable String model,
        @Nullable String zone,
        Tier tier,
        List<String> warnings,
        @Nullable FunctionalUnit functionalUnit) {

    /** That many of a unit; null for none, because nothing was delivered. */
    public static @Nullable FunctionalUnit delivered(String unit, double quantity) {
        return quantity > 0 && quantity < Double.POSITIVE_INFINITY ? FunctionalUnit.rounded(unit, quantity) : null;
    }
}
