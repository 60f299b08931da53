package dev.sillage.calculation.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/** Gives the problems that the HTTP layer finds by itself a type and a detail, so that every problem has both. */
@Singleton
class StandardProblems implements ProblemPostProcessor {
    private static final Set<ProblemType> STANDARD = Set.of(
            ProblemType.NOT_FOUND,
            ProblemType.METHOD_NOT_ALLOWED,
            ProblemType.NOT_ACCEPTABLE,
            ProblemType.BODY_TOO_LARGE,
            ProblemType.UNSUPPORTED_MEDIA_TYPE,
            ProblemType.INTERNAL_ERROR);

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (problem.getType() != null) {
            return problem;
        }
        Optional<ProblemType> type = STANDARD.stream()
                .filter(candidate -> candidate.status() == problem.getStatusCode())
                .findFirst();
        return type.map(found -> HttpProblem.builder(problem)
                        .withType(found.type())
                        .withTitle(found.title())
                        .withDetail(found.meaning() + " " + found.remedy())
                        .build())
                .orElse(problem);
    }
}
