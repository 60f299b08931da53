package dev.sillage.calculation.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One problem, as RFC 9457 describes it.
 *
 * @param type relative reference to the description of this kind of problem
 * @param title the same for every problem of the type
 * @param status the HTTP status, also of a problem that costs only one item
 * @param detail what is wrong here, and how to mend it
 * @param pointer JSON pointer (RFC 6901) into the body of the request, when the fault is at one place
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String pointer) {

    /** A problem of that type. */
    public static Problem of(ProblemType type, String detail, @Nullable String pointer) {
        return new Problem(type.type().toString(), type.title(), type.status(), detail, pointer);
    }

    /** This problem as the whole answer. */
    public HttpProblem asAnswer() {
        HttpProblem.Builder answer = HttpProblem.builder()
                .withType(URI.create(type))
                .withTitle(title)
                .withStatus(status)
                .withDetail(detail);
        return (pointer == null ? answer : answer.with("pointer", pointer)).build();
    }
}
