package dev.sillage.calculation.own;

import dev.sillage.calculation.problem.Problem;
import dev.sillage.calculation.problem.ProblemType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Parameters of the query, read here and not by the HTTP layer, which would answer a bad one with 404. */
final class Query {
    private static final int MAX_LIMIT = 1000;

    private Query() {}

    static int offset(String value) {
        return number("offset", value, 0, Integer.MAX_VALUE);
    }

    static int limit(String value) {
        return number("limit", value, 1, MAX_LIMIT);
    }

    static @Nullable Instant time(String name, @Nullable String value) {
        if (value == null) {
            return null;
        }
        Instant time = Members.parse(value);
        if (time == null) {
            throw bad(name, "RFC 3339, like 2026-11-23T10:00:00Z, or a day like 2026-11-23");
        }
        return time;
    }

    private static int number(String name, String value, int min, int max) {
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Answered below.
        }
        throw bad(name, "a whole number from " + min + " to " + max);
    }

    private static RuntimeException bad(String name, String expected) {
        return Problem.of(ProblemType.INVALID_PARAMETER, "the query parameter " + name + " must be " + expected, null)
                .asAnswer();
    }
}
