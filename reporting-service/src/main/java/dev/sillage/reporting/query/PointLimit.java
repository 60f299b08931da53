package dev.sillage.reporting.query;

import dev.sillage.reporting.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
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
    static void checkSteps(FootprintQuery query) {
        if (query.interval().atLeast(query.from(), query.to()) > MAX_POINTS) {
            throw Problem.tooManyPoints("interval", advice(query, 1));
        }
    }

    /** Refuses an answer with more points than allowed, after counting its groups. */
    void checkPoints(Connection connection, FootprintQuery query, Grouping grouping, String tenant, int points)
            throws SQLException {
        if (points <= MAX_POINTS) {
            return;
        }
        int groups = reader.groups(connection, query, grouping, tenant, MAX_POINTS + 1)
                .size();
        throw Problem.tooManyPoints(groups > MAX_POINTS ? "groupBy" : "interval", advice(query, groups));
    }

    private static String advice(FootprintQuery query, int groups) {
        String cause = "An answer has at most " + MAX_POINTS + " points; this one would have up to "
                + query.interval().atMost(query.from(), query.to()) + " steps of "
                + (groups > MAX_POINTS ? "more than " + MAX_POINTS : groups) + " groups. ";
        return cause
                + Stream.of(Interval.values())
                        .filter(interval -> query.asOf() == null || !interval.isFinerThanDays())
                        .filter(interval -> interval.atMost(query.from(), query.to()) * groups <= MAX_POINTS)
                        .findFirst()
                        .map(fitting -> "interval=" + fitting.wireName() + " fits; or ask for a shorter range.")
                        .orElse("Group by fewer dimensions, filter, or ask for the top groups only.");
    }
}
