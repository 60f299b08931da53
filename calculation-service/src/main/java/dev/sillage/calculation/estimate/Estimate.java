package dev.sillage.calculation.estimate;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sillage.calculation.model.Explanation;
import dev.sillage.calculation.model.Footprint;
import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.Figure;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
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
 * @param trace the steps, in the order of computation; unrounded, so that each can be checked by hand
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
        List<TraceStep> trace) {

    /**
     * A figure with its unit.
     *
     * @param unit of all three bounds
     * @param low lower bound of the plausible range
     * @param central the figure to show when only one is shown
     * @param high upper bound of the plausible range
     */
    public record UnitFigure(String unit, BigDecimal low, BigDecimal central, BigDecimal high) {
        private static UnitFigure of(Criterion criterion, Figure figure) {
            return new UnitFigure(criterion.unit(), figure.low(), figure.central(), figure.high());
        }
    }

    static Estimate of(EstimateRequest request, Explanation explanation, String factorSet) {
        Footprint footprint = explanation.footprint();
        Map<String, UnitFigure> figures = new LinkedHashMap<>();
        footprint
                .published()
                .forEach((criterion, figure) -> figures.put(criterion.wireName(), UnitFigure.of(criterion, figure)));
        return new Estimate(
                request.kind().wireName(),
                request.time() == null ? null : request.time().toString(),
                footprint.provider(),
                footprint.model(),
                footprint.zone(),
                figures,
                footprint.methodology(),
                factorSet,
                footprint.tier().wireName(),
                footprint.warnings(),
                explanation.steps().stream().map(TraceStep::of).toList());
    }
}
