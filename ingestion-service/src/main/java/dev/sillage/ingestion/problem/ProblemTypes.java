package dev.sillage.ingestion.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Gives the problems that the framework raises (no such address, wrong method, a failure nobody expected) a type of
 * ours and a sentence that helps; what an exception says stays in the log.
 */
@ApplicationScoped
class ProblemTypes implements ProblemPostProcessor {
    private static final Logger LOG = Logger.getLogger(ProblemTypes.class);

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (problem.getType() != null) {
            return problem;
        }
        ProblemType type = ProblemType.ofStatus(problem.getStatusCode());
        if (type == ProblemType.INTERNAL_ERROR) {
            LOG.errorf(context.cause, "Request to %s failed", context.path);
        }
        HttpProblem.Builder typed = HttpProblem.builder()
                .withType(type.uri())
                .withTitle(type.title())
                .withStatus(problem.getStatusCode())
                .withDetail(type.remedy());
        problem.getHeaders().forEach(typed::withHeader);
        return typed.build();
    }
}
