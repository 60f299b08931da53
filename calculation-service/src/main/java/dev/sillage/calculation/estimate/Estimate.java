package dev.sillage.calculation.estimate;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.Figure;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The footprint of one activity, and how it was computed.
 *
 * @param kind wire name of the kind of activity
 * @param time as the caller gave it
 * @param provider who serves it, as resolved, when the kind has one
 * @param model what serves it, as resolved, when the kind has one
 * @param zone where its electricity is made, when the kind has one
 * @param figures by criterion, rounded to decimals as in a footprint event; a criterion without data is absent and
 *     named in the warnings
 * @param methodology id of the method
 * @param factorSet version and digest of the factors
 * @param tier how well the activity is known: measured, provider, registry, class or unknown
 * @param warnings stable codes of what the reader must know
 * @param with what was different, when it was asked for: members of the data, time, factors
 * @param sci emissions per functional unit, or why there are none
 * @param published what others published about such tasks; never part of the computation
 * @param language of texts and meanings: en or fr
 * @param text the whole for people: figures, warnings, steps
 * @param trace the steps, in the order of computation; unrounded, so that each can be checked by hand
 * @param methodologies the same question by the further methodologies that were asked for
 * @param scenarios what would be otherwise, in the order of the request
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Estimate(
        String kind,
        @Nullable String time,
        @Nullable String provider,
        @Nullable String model,
        @Nullable String zone,
        Map<String, UnitFigure> figures,
        String methodology,
        String factorSet,
        String tier,
        List<String> warnings,
        @Nullable Map<String, Object> with,
        SoftwareCarbonIntensity sci,
        @Nullable List<PublishedBeside> published,
        String language,
        String text,
        @Nullable List<TraceStep> trace,
        @Nullable List<Comparison> methodologies,
        @Nullable List<Comparison> scenarios) {

    /**
     * A figure with its unit.
     *
     * @param unit of all three bounds
     * @param low lower bound of the plausible range
     * @param central the figure to show when only one is shown
     * @param high upper bound of the plausible range
     */
    public record UnitFigure(String unit, BigDecimal low, BigDecimal central, BigDecimal high) {
        static UnitFigure of(Criterion criterion, Figure figure) {
            return new UnitFigure(criterion.unit(), figure.low(), figure.central(), figure.high());
        }
    }

    /** The same with others beside it. */
    Estimate beside(List<Comparison> otherMethodologies, List<Comparison> otherScenarios) {
        return new Estimate(
                kind,
                time,
                provider,
                model,
                zone,
                figures,
                methodology,
                factorSet,
                tier,
                warnings,
                with,
                sci,
                published,
                language,
                text,
                trace,
                otherMethodologies.isEmpty() ? null : otherMethodologies,
                otherScenarios.isEmpty() ? null : otherScenarios);
    }
}
