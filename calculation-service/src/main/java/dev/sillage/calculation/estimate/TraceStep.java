package dev.sillage.calculation.estimate;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sillage.calculation.model.Explanation;
import dev.sillage.calculation.model.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a computation, to be checked by hand.
 *
 * @param name stable code
 * @param text the step as a line for people, with its central values, in the language of the answer
 * @param formula in symbols
 * @param conversion by which the formula's value is multiplied to have it in the unit of the result; 1 for nothing
 * @param inputs data of the activity and results of earlier steps
 * @param factors what the step takes from the factor set
 * @param result what comes out
 */
public record TraceStep(
        String name,
        String text,
        String formula,
        double conversion,
        List<Value> inputs,
        List<UsedFactor> factors,
        Value result) {

    /**
     * A range; the three bounds are equal when the value is known exactly.
     *
     * @param low lower bound
     * @param central central value
     * @param high upper bound
     */
    public record Bounds(double low, double central, double high) {
        private static Bounds of(Range range) {
            return new Bounds(range.low(), range.central(), range.high());
        }
    }

    /**
     * A named value.
     *
     * @param symbol as in the formula
     * @param meaning in a few words
     * @param value the value
     * @param unit its unit, {@code 1} for a pure number
     */
    public record Value(String symbol, String meaning, Bounds value, String unit) {
        private static Value of(Explanation.Value value, Language language) {
            return new Value(value.symbol(), language.of(value.words()), Bounds.of(value.range()), value.unit());
        }
    }

    /**
     * A factor as it was used.
     *
     * @param symbol as in the formula
     * @param meaning in a few words
     * @param key for {@code GET /v1/factors/{key}}
     * @param zone of the row that was used, when the factor has zones
     * @param value the value
     * @param unit its unit
     * @param source where it comes from
     * @param year the year it stands for, when the source tells
     * @param licence its licence, when the source tells
     * @param quality how far to trust it, when somebody judged it; {@code own} for one that the tenant or the request set
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record UsedFactor(
            String symbol,
            String meaning,
            String key,
            @Nullable String zone,
            Bounds value,
            String unit,
            String source,
            @Nullable String year,
            @Nullable String licence,
            @Nullable String quality) {
        private static UsedFactor of(Explanation.FactorUse factor, Language language) {
            return new UsedFactor(
                    factor.symbol(),
                    language.of(factor.words()),
                    factor.key(),
                    factor.zone(),
                    Bounds.of(factor.range()),
                    factor.unit(),
                    factor.source(),
                    factor.year(),
                    factor.licence(),
                    factor.quality());
        }
    }

    static TraceStep of(Explanation.Step step, Language language) {
        return new TraceStep(
                step.name(),
                StepText.of(step, language),
                step.formula(),
                step.conversion(),
                step.inputs().stream().map(value -> Value.of(value, language)).toList(),
                step.factors().stream()
                        .map(factor -> UsedFactor.of(factor, language))
                        .toList(),
                Value.of(step.result(), language));
    }
}
