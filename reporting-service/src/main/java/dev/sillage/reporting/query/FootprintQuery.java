package dev.sillage.reporting.query;

import dev.sillage.footprint.Criterion;
import dev.sillage.reporting.schema.Rollup;
import java.time.Instant;
import java.util.List;

/**
 * A question that has an answer: everything is checked.
 *
 * @param requestedFrom as asked
 * @param requestedTo as asked, exclusive
 * @param interval the step of the series
 * @param groupBy at most {@link #MAX_GROUPING}, each once
 * @param filters all of them hold
 * @param criteria at least one, in the order of the contract
 */
record FootprintQuery(
        Instant requestedFrom,
        Instant requestedTo,
        Interval interval,
        List<Dimension> groupBy,
        List<Filter> filters,
        List<Criterion> criteria) {

    static final int MAX_GROUPING = 3;

    /** The full minute at or before the requested beginning: the finest that is kept. */
    Instant from() {
        return Rollup.MINUTE.floor(requestedFrom);
    }

    /** The full minute at or after the requested end. */
    Instant to() {
        return Rollup.MINUTE.ceiling(requestedTo);
    }

    /** Whether the activities of each group are all of one kind, so that they may deliver the same thing. */
    boolean isOfOneKind() {
        return groupBy.contains(Dimension.KIND) || isOfOneKindAltogether();
    }

    /** Whether all activities are of one kind. */
    boolean isOfOneKindAltogether() {
        return filters.stream()
                        .filter(filter -> filter.dimension() == Dimension.KIND && !filter.excluded())
                        .map(Filter::value)
                        .distinct()
                        .count()
                == 1;
    }

    FootprintQuery withInterval(Interval other) {
        return new FootprintQuery(requestedFrom, requestedTo, other, groupBy, filters, criteria);
    }
}
