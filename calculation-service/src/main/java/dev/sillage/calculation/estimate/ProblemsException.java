package dev.sillage.calculation.estimate;

import dev.sillage.calculation.problem.Problem;
import dev.sillage.calculation.problem.ProblemType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An item without an estimate. It has no stack trace: it is an answer and not a fault. */
final class ProblemsException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    ProblemsException(List<Problem> problems) {
        super("no estimate", null, false, false);
        this.problems = List.copyOf(problems);
    }

    ProblemsException(ProblemType type, String detail, @Nullable String pointer) {
        this(List.of(Problem.of(type, detail, pointer)));
    }

    /** At least one. */
    List<Problem> problems() {
        return problems;
    }
}
