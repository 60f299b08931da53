package dev.sillage.reporting.query;

import dev.sillage.footprint.Criterion;
import dev.sillage.reporting.schema.Rollup;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which figures are meant: everything is checked.
 *
 * @param requested as asked
 * @param zone whose clocks the steps follow
 * @param interval the step of the series
 * @param groupBy each once
 * @param filters all of them hold
 * @param criteria at least one, in the order of the contract
 * @param asOf only what was reported until the end of that day (UTC); null for everything. Then the range is of whole
 *     days of UTC, and no step is finer.
 */
public record FootprintQuery(
        TimeRange requested,
        ZoneId zone,
        Interval interval,
        List<Dimension> groupBy,
        List<Filter> filters,
        List<Criterion> criteria,
        @Nullable LocalDate asOf) {

    static final int MAX_GROUPING = 3;

    /** The full minute at or before the requested beginning: the finest that is kept. */
    public Instant from() {
        return Rollup.MINUTE.floor(requested.from());
    }

    /** The full minute at or after the requested end. */
    public Instant to() {
        return Rollup.MINUTE.ceiling(requested.to());
    }

    Steps steps() {
        return Steps.of(interval, from(), to(), zone);
    }

    /** Where its rows are. */
    Map<Rollup, List<Segment>> cover(Steps steps) {
        return stepsAreBuckets(steps)
                ? Map.of(coarsest(), List.of(new Segment(coarsest(), from(), to())))
                : steps.cover(from(), to(), coarsest());
    }

    /** Whether each step is one bucket of one rollup. */
    boolean stepsAreBuckets(Steps steps) {
        return steps.beginning(0).equals(from())
                && steps.end(steps.count() - 1).equals(to())
                && steps.areSpansOf(coarsest());
    }

    /** Months do not know when they were reported. */
    private Rollup coarsest() {
        return asOf != null && interval.coarsest() == Rollup.MONTH ? Rollup.DAY : interval.coarsest();
    }

    /** Whether the activities of each group are all of one kind, so that they may deliver the same thing. */
    boolean isOfOneKind() {
        return groupBy.contains(Dimension.KIND) || isOfOneKindAltogether();
    }

    /** Whether all activities are of one kind. */
    boolean isOfOneKindAltogether() {
        return filters.stream()
                        .filter(filter -> filter.dimension().equals(Dimension.KIND) && !filter.excluded())
                        .map(Filter::value)
                        .distinct()
                        .count()
                == 1;
    }

    public FootprintQuery withInterval(Interval other) {
        return new FootprintQuery(requested, zone, other, groupBy, filters, criteria, asOf);
    }

    public FootprintQuery withRange(TimeRange other) {
        return new FootprintQuery(other, zone, interval, groupBy, filters, criteria, asOf);
    }

    /** The same activities, each combination of values of these a group. */
    public FootprintQuery groupedBy(List<Dimension> dimensions) {
        return new FootprintQuery(requested, zone, interval, dimensions, filters, criteria, asOf);
    }

    /** The same range, every activity in it. */
    public FootprintQuery unfiltered() {
        return new FootprintQuery(requested, zone, Interval.NONE, List.of(), List.of(), criteria, asOf);
    }
}
