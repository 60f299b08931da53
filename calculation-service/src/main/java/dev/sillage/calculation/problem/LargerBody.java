package dev.sillage.calculation.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;

/**
 * A path that takes larger bodies than the others. Whoever serves it cuts off what does not announce its length.
 *
 * @param path exactly
 * @param maxBytes what it takes
 */
public record LargerBody(String path, int maxBytes) {

    /** The answer to a body that is larger. */
    public static HttpProblem tooLarge(int maxBytes) {
        return problem(maxBytes).asAnswer();
    }

    static Problem problem(int maxBytes) {
        return Problem.of(
                ProblemType.BODY_TOO_LARGE,
                "The body is larger than " + (maxBytes >> 20) + " MiB. " + ProblemType.BODY_TOO_LARGE.remedy(),
                null);
    }
}
