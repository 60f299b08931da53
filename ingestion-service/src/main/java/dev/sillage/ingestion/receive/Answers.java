package dev.sillage.ingestion.receive;

import dev.sillage.ingestion.problem.ProblemType;
import dev.sillage.ingestion.problem.RequestRefusedException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what became of a request as an HTTP answer. */
public final class Answers {
    private Answers() {}

    /** 202; only for an inspection with at least one accepted event, and only once those are durable. */
    public static Response accepted(Inspection inspection) {
        return Response.accepted(new Receipt(
                        inspection.accepted().size(),
                        inspection.refused(),
                        inspection.problems(),
                        inspection.problemsLeftOut()))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    /** The problem for a request of which nothing is taken. */
    public static Response refused(RequestRefusedException refused) {
        return refused.toProblem().toResponse();
    }

    /** 400 for a request without any acceptable event; a single event's first problem stands at the top. */
    public static Response nothingAccepted(Inspection inspection, boolean single) {
        List<ItemProblem> problems = inspection.problems();
        HttpProblem.Builder answer = HttpProblem.builder().withStatus(ProblemType.NOTHING_ACCEPTED.status());
        if (single) {
            ItemProblem first = problems.get(0);
            answer.withType(URI.create(first.type())).withTitle(first.title()).withDetail(first.detail());
            with(answer, "pointer", first.pointer());
            with(answer, "id", first.id());
            with(answer, "source", first.source());
        } else {
            ProblemType type = ProblemType.NOTHING_ACCEPTED;
            answer.withType(type.uri()).withTitle(type.title()).withDetail(type.remedy());
        }
        with(answer, "problemsLeftOut", inspection.problemsLeftOut() == 0 ? null : inspection.problemsLeftOut());
        return answer.with("accepted", 0)
                .with("refused", inspection.refused())
                .with("problems", problems)
                .build()
                .toResponse();
    }

    private static void with(HttpProblem.Builder answer, String member, @Nullable Object value) {
        if (value != null) {
            answer.with(member, value);
        }
    }
}
