package dev.sillage.reporting.query;

import dev.sillage.reporting.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;

/** Keeps answers bounded, and tells what would fit instead of clipping. */
@ApplicationScoped
class PointLimit {
    static final int MAX_POINTS = 20_000;

    private final FootprintReader reader;

    PointLimit(FootprintReader reader) {
        this.reader = reader;
    }

    /** Refuses, before anything is read, a range with more steps than an answer may have points. */
    void checkSteps(FootprintQuery query) {
        if (query.interval().steps(query.from(), query.to()) > MAX_POINTS) {
            throw Problem.tooManyPoints("interval", advice(query, 1));
        }
    }

    /** Refuses an answer with more points than allowed, after counting its groups. */
    void checkPoints(FootprintQuery query, String tenant, int points) {
        if (points <= MAX_POINTS) {
            return;
        }
        int groups = reader.read(query.withInterval(Interval.NONE), tenant, MAX_POINTS)
                .points()
                .size();
        throw Problem.tooManyPoints(groups > MAX_POINTS ? "groupBy" : "interval", advice(query, groups));
    }

    private static String advice(FootprintQuery query, int groups) {
        String cause = "An answer has at most " + MAX_POINTS + " points; this one would have up to "
                + query.interval().steps(query.from(), query.to()) + " steps of " + groups + " groups. ";
        return cause
                + Stream.of(Interval.values())
                        .filter(interval -> interval.steps(query.from(), query.to()) * groups <= MAX_POINTS)
                        .findFirst()
                        .map(fitting -> "interval=" + fitting.wireName() + " fits; or ask for a shorter range.")
                        .orElse("Group by fewer dimensions, or filter.");
    }
}
