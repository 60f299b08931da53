package dev.sillage.reporting.avoided;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was avoided elsewhere, in the shape of its JSON. There is no sum over levers and none with footprints: these
 * are comparisons with a reference, each with its own.
 *
 * @param from beginning, inclusive
 * @param to end, exclusive
 * @param note how to read it
 * @param levers sums per lever, those for internal use apart
 * @param avoidances the newest, newest first
 * @param complete whether these are all
 */
record AvoidedReport(
        Instant from, Instant to, String note, List<LeverSum> levers, List<Avoidance> avoidances, boolean complete) {

    /** A range of kgCO2e; below zero means added. */
    record Bounds(BigDecimal low, BigDecimal central, BigDecimal high) {}

    /**
     * The sum of one lever.
     *
     * @param lever what kind of saving
     * @param internalOnly whether the assessments are of tier 3 or otherwise not for the public
     * @param activities how many
     * @param effect {@code avoided}, {@code added} or {@code uncertain} when zero is within the range
     * @param avoidedKgCo2e net of first order and rebound, as far as these are known
     * @param secondOrderKgCo2e reference less solution
     * @param firstOrderUnknown of how many the footprint of the solution's own ICT is unknown
     */
    record LeverSum(
            String lever,
            boolean internalOnly,
            long activities,
            String effect,
            Bounds avoidedKgCo2e,
            Bounds secondOrderKgCo2e,
            long firstOrderUnknown) {}

    /** One avoidance, its members as in the contract's event. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Avoidance(
            String source,
            String id,
            Instant time,
            @JsonRawValue String labels,
            String lever,
            @Nullable String zone,
            String effect,
            Bounds avoidedKgCo2e,
            Bounds secondOrderKgCo2e,
            @Nullable Bounds firstOrderKgCo2e,
            @Nullable Bounds reboundKgCo2e,
            String reference,
            String evidence,
            String reboundStatement,
            String tier,
            boolean internalOnly,
            String methodology,
            String factorSet,
            List<String> warnings,
            @JsonRawValue @Nullable String data) {}
}
