package dev.sillage.calculation.model;

import dev.sillage.calculation.model.sheet.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A footprint and the steps that led to it, in order: each can be checked by hand from what it shows.
 *
 * @param footprint the same as without explanation
 * @param steps in the order of computation
 */
public record Explanation(Footprint footprint, List<Step> steps) {

    public Explanation {
        steps = List.copyOf(steps);
    }

    /**
     * One step of a computation.
     *
     * @param name stable code, for example {@code gpu-energy}
     * @param formula in symbols, for example {@code Enet = V * k}
     * @param conversion by which the formula's value is multiplied to have it in the unit of the result, 1 for nothing
     * @param inputs what it starts from: results of earlier steps, data of the activity
     * @param factors what it takes from the catalogue, with source
     * @param result what comes out
     */
    public record Step(
            String name, String formula, double conversion, List<Value> inputs, List<FactorUse> factors, Value result) {
        public Step {
            inputs = List.copyOf(inputs);
            factors = List.copyOf(factors);
        }
    }

    /**
     * A named value.
     *
     * @param symbol as in the formula
     * @param words what it means
     * @param range the value
     * @param unit its unit, {@code 1} for a pure number
     */
    public record Value(String symbol, Words words, Range range, String unit) {}

    /**
     * A factor as it was used.
     *
     * @param symbol as in the formula
     * @param words what it means there
     * @param key in the catalogue, for {@code GET /v1/factors/{key}}
     * @param zone the zone of the row that was used, when the factor has zones
     * @param range the value
     * @param unit its unit
     * @param source where it comes from
     * @param year the year it stands for, when the source tells
     * @param licence its licence, when the source tells
     * @param quality how far to trust it, when somebody judged it
     */
    public record FactorUse(
            String symbol,
            Words words,
            String key,
            @Nullable String zone,
            Range range,
            String unit,
            String source,
            @Nullable String year,
            @Nullable String licence,
            @Nullable String quality) {}
}
