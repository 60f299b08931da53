package dev.sillage.reporting.query;

import dev.sillage.footprint.Criterion;
import dev.sillage.reporting.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the answer to a question holds.
 *
 * @param query which figures
 * @param leftOut criteria that it cannot have
 * @param top how many groups stand alone; null for all
 * @param rankedBy which are the largest
 * @param comparedWith an earlier range; null for none
 */
record FootprintRequest(
        FootprintQuery query,
        List<Criterion> leftOut,
        @Nullable Integer top,
        RankedBy rankedBy,
        @Nullable ComparedWith comparedWith) {
    private static final String TOP = "top";
    private static final String RANK_BY = "rankBy";
    private static final int MAX_TOP = 100;

    /** Every parameter, in the order of {@code /v1/footprints}. */
    static final List<String> PARAMETERS = parameters();

    static FootprintRequest of(Parameters parameters, KnownDimensions dimensions, Instant now) {
        QueryParameters query = new QueryParameters(parameters, dimensions);
        FootprintQuery question = query.question(now);
        String compareTo = parameters.single(ComparedWith.PARAMETER);
        Integer top = parameters.has(TOP) ? parameters.number(TOP, 1, MAX_TOP) : null;
        if (top != null && question.groupBy().isEmpty()) {
            throw Problem.invalidParameter(TOP, "The largest of what? Give groupBy as well.");
        }
        if (top == null && parameters.has(RANK_BY)) {
            throw Problem.invalidParameter(RANK_BY, "Without top nothing is ranked. Give top as well.");
        }
        return new FootprintRequest(
                question,
                query.choice().leftOut(),
                top,
                query.rankedBy(RANK_BY, question.criteria()),
                compareTo == null ? null : ComparedWith.ofWireName(compareTo));
    }

    private static List<String> parameters() {
        List<String> names = new ArrayList<>(QueryParameters.SELECTION);
        names.add(names.indexOf(QueryParameters.GROUP_BY), QueryParameters.INTERVAL);
        names.addAll(List.of(ComparedWith.PARAMETER, TOP, RANK_BY, Format.PARAMETER));
        return List.copyOf(names);
    }
}
