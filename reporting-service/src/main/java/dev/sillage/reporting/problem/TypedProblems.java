package dev.sillage.reporting.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.inject.Singleton;

/** Gives what the framework answers by itself, such as to an unknown address, a type and how to mend it. */
@Singleton
class TypedProblems implements ProblemPostProcessor {

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (problem.getType() != null) {
            return problem;
        }
        ProblemType type = ProblemType.ofStatus(problem.getStatusCode());
        // What an exception says is for the log, which has it already.
        HttpProblem.Builder typed = HttpProblem.builder()
                .withType(type.uri())
                .withTitle(type.title())
                .withStatus(problem.getStatusCode())
                .withDetail(type.remedy());
        problem.getHeaders().forEach(typed::withHeader);
        return typed.build();
    }
}
