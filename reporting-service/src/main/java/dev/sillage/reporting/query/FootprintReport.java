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
 * @param asOf the day whose report this was; absent for now
 * @param partial which steps are not whole
 * @param groupBy the dimensions of the keys
 * @param filter as asked
 * @param criteria the criteria and their units
 * @param leftOut criteria that are stored for both phases together only, when one phase was asked for
 * @param top which groups stand alone; absent for all
 * @param totals over everything
 * @param groups per key, largest number of activities first, all others together last
 * @param series per step and key; empty steps are absent
 * @param compared the same in an earlier range; absent unless asked for
 * @param provenance how all these figures came; each group has its own as well
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FootprintReport(
        Instant from,
        Instant to,
        @Nullable Requested requested,
        String interval,
        String timeZone,
        @Nullable String asOf,
        Partial partial,
        List<String> groupBy,
        List<String> filter,
        List<CriterionUnit> criteria,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> leftOut,
        @Nullable Top top,
        Totals totals,
        List<Group> groups,
        List<SeriesPoint> series,
        @Nullable Compared compared,
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
     * The largest groups.
     *
     * @param largest how many of them stand alone
     * @param rankedBy {@code activities}, or the criterion whose central figure decides
     * @param inOther how many groups are together in the one that is marked as other
     */
    record Top(int largest, String rankedBy, long inOther) {}

    /**
     * Everything together.
     *
     * @param intensity absent unless the question groups by kind or leaves one
     */
    record Totals(
            @JsonUnwrapped Aggregate aggregate,
            @JsonUnwrapped @Nullable CarbonIntensity intensity) {}

    /**
     * Some activities.
     *
     * @param key empty for all others together
     * @param other whether it is all groups together that do not stand alone
     */
    record Group(
            Map<String, String> key,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean other,
            @JsonUnwrapped Aggregate aggregate,
            @JsonUnwrapped @Nullable CarbonIntensity intensity,
            @JsonUnwrapped Provenance provenance) {}

    record SeriesPoint(
            Instant time,
            Map<String, String> key,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean other,
            @JsonUnwrapped Aggregate aggregate) {}

    /**
     * An earlier range.
     *
     * @param compareTo {@code previousPeriod} or {@code previousYear}
     * @param from its beginning
     * @param to its end, exclusive
     * @param totals everything in it, and how the totals changed since
     * @param groups each that is there in one of the ranges, in no order
     */
    record Compared(String compareTo, Instant from, Instant to, Before totals, List<GroupBefore> groups) {}

    /** What was before, and how it changed. */
    record Before(@JsonUnwrapped Aggregate aggregate, List<Change> changes) {}

    record GroupBefore(
            Map<String, String> key,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean other,
            @JsonUnwrapped Before before) {}
}
