package dev.sillage.calculation.estimate;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sillage.activity.Avoidance;
import dev.sillage.calculation.model.Range;
import dev.sillage.calculation.model.avoided.Avoided;
import dev.sillage.footprint.SignedFigure;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a solution avoids elsewhere: a comparison with a stated reference, and no footprint. It must not be netted with
 * one.
 *
 * @param kind always {@code avoidance}
 * @param time as the caller gave it
 * @param lever what kind of saving
 * @param zone whose factors were used; absent when none differs by place
 * @param avoided second order less first order less rebound, as far as these are known; below zero it is added
 * @param secondOrder the effect in the other sector; of electricity at the margin of the grid
 * @param secondOrderAverage the same with the average of the grid; absent when no electricity is concerned
 * @param tier of the assessment by ITU-T L.1480
 * @param publicUse whether the tier allows it to be told to the public
 * @param methodology id of the method
 * @param factorSet version and digest of the factors
 * @param warnings stable codes of what the reader must know
 * @param language of the meanings: en or fr
 * @param trace the steps, in the order of computation
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AvoidanceEstimate(
        String kind,
        @Nullable String time,
        String lever,
        @Nullable String zone,
        SignedUnitFigure avoided,
        SignedUnitFigure secondOrder,
        @Nullable SignedUnitFigure secondOrderAverage,
        String tier,
        boolean publicUse,
        String methodology,
        String factorSet,
        List<String> warnings,
        String language,
        @Nullable List<TraceStep> trace) {

    /**
     * A difference with its unit.
     *
     * @param unit of all three bounds
     * @param low lower bound of the plausible range
     * @param central the figure to show when only one is shown
     * @param high upper bound of the plausible range
     */
    public record SignedUnitFigure(String unit, BigDecimal low, BigDecimal central, BigDecimal high) {
        private static SignedUnitFigure of(Range range) {
            SignedFigure figure = SignedFigure.rounded(range.low(), range.central(), range.high());
            return new SignedUnitFigure("kgCO2e", figure.low(), figure.central(), figure.high());
        }
    }

    static AvoidanceEstimate of(
            Avoidance claim,
            @Nullable Instant time,
            Avoided avoided,
            String factorSet,
            Language language,
            @Nullable List<TraceStep> trace) {
        Range average = avoided.averageSecondOrderKgCo2e();
        return new AvoidanceEstimate(
                claim.kind().wireName(),
                time == null ? null : time.toString(),
                claim.lever(),
                avoided.zone(),
                SignedUnitFigure.of(avoided.avoidedKgCo2e()),
                SignedUnitFigure.of(avoided.secondOrderKgCo2e()),
                average == null ? null : SignedUnitFigure.of(average),
                claim.tier(),
                avoided.publicUse(),
                avoided.methodology(),
                factorSet,
                avoided.warnings(),
                language.tag(),
                trace);
    }
}
