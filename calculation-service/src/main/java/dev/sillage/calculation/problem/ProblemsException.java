package dev.sillage.calculation.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One part of a request that is refused, with all that is wrong with it. No stack trace: an answer, not a fault. */
public final class ProblemsException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** With at least one problem. */
    public ProblemsException(List<Problem> problems) {
        super("refused", null, false, false);
        this.problems = List.copyOf(problems);
    }

    /** With one problem. */
    public ProblemsException(ProblemType type, String detail, @Nullable String pointer) {
        this(List.of(Problem.of(type, detail, pointer)));
    }

    /** At least one. */
    public List<Problem> problems() {
        return problems;
    }

    /** The problems as the whole answer: the first one, with all of them beside it when there are several. */
    public HttpProblem asAnswer() {
        HttpProblem first = problems.get(0).asAnswer();
        return problems.size() == 1
                ? first
                : HttpProblem.builder(first).with("problems", problems).build();
    }
}
