package dev.sillage.reporting.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a question, in the shape of its JSON.
 *
 * @param from beginning of what is in the answer, on a full minute
 * @param to end, exclusive, on a full minute
 * @param requested what was asked for, when that is not on full minutes
 * @param interval the step of the series
 * @param timeZone of the steps
 * @param partial which steps are not whole
 * @param groupBy the dimensions of the keys
 * @param filter as asked
 * @param criteria the criteria and their units
 * @param totals over everything
 * @param groups per key, largest number of activities first
 * @param series per step and key; empty steps are absent
 * @param provenance how all these figures came; each group has its own as well
 */
record FootprintReport(
        Instant from,
        Instant to,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Requested requested,
        String interval,
        String timeZone,
        Partial partial,
        List<String> groupBy,
        List<String> filter,
        List<CriterionUnit> criteria,
        Totals totals,
        List<Group> groups,
        List<SeriesPoint> series,
        @JsonUnwrapped Provenance provenance) {

    record Requested(Instant from, Instant to) {}

    /**
     * Whether steps hold less than their full time.
     *
     * @param first the first step began before {@code from}
     * @param last the last step ends after {@code to}
     */
    record Partial(boolean first, boolean last) {}

    record CriterionUnit(String criterion, String unit) {}

    /**
     * Everything together.
     *
     * @param intensity absent unless the question groups by kind or leaves one
     */
    record Totals(
            @JsonUnwrapped Aggregate aggregate,
            @JsonUnwrapped @Nullable CarbonIntensity intensity) {}

    record Group(
            Map<String, String> key,
            @JsonUnwrapped Aggregate aggregate,
            @JsonUnwrapped @Nullable CarbonIntensity intensity,
            @JsonUnwrapped Provenance provenance) {}

    record SeriesPoint(
            Instant time,
            Map<String, String> key,
            @JsonUnwrapped Aggregate aggregate) {}
}
