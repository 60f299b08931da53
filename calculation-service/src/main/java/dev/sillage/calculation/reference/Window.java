package dev.sillage.calculation.reference;

import dev.sillage.calculation.problem.Problem;
import dev.sillage.calculation.problem.ProblemType;
import java.util.List;

/**
 * The part of a list that a request asks for. Read from text and not by the HTTP layer, which would answer a bad number
 * with 404.
 *
 * @param offset how many to leave out
 * @param limit how many at most
 */
record Window(int offset, int limit) {
    private static final int MAX_LIMIT = 1000;

    static Window of(String offset, String limit) {
        return new Window(number("offset", offset, 0, Integer.MAX_VALUE), number("limit", limit, 1, MAX_LIMIT));
    }

    <T> List<T> of(List<T> all) {
        return all.stream().skip(offset).limit(limit).toList();
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
        throw Problem.of(
                        ProblemType.INVALID_PARAMETER,
                        "the query parameter " + name + " must be a whole number from " + min + " to " + max,
                        null)
                .asAnswer();
    }
}
