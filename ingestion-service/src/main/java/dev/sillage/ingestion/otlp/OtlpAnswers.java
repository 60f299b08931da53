package dev.sillage.ingestion.otlp;

import dev.sillage.ingestion.problem.RequestRefusedException;
import dev.sillage.ingestion.receive.Inspection;
import dev.sillage.ingestion.receive.ItemProblem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;

/** Answers as OTLP/HTTP wants them: {@code ExportTraceServiceResponse}, or {@code google.rpc.Status} for a refusal. */
final class OtlpAnswers {
    /** Clients write the message to their log: enough to find the cause, not each case of it. */
    private static final int PROBLEMS_TOLD = 5;

    private static final int INVALID_ARGUMENT = 3;
    private static final int PERMISSION_DENIED = 7;
    private static final int RESOURCE_EXHAUSTED = 8;
    private static final int INTERNAL = 13;
    private static final int UNAVAILABLE = 14;
    private static final int UNAUTHENTICATED = 16;

    private OtlpAnswers() {}

    /** 200; only once everything accepted is durable. Clients never repeat it, whatever was refused. */
    static Response of(Inspection inspection, Signal signal, Encoding encoding) {
        return Response.ok(body(inspection, signal, encoding), encoding.mediaType())
                .build();
    }

    /** The export response of the signal. */
    static byte[] body(Inspection inspection, Signal signal, Encoding encoding) {
        boolean isPartial = inspection.refused() > 0 || !inspection.notes().isEmpty();
        return isPartial
                ? OtlpWriter.partialSuccess(encoding, signal, inspection.refused(), message(inspection, signal))
                : OtlpWriter.success(encoding);
    }

    static Response refused(RequestRefusedException refused, Encoding encoding) {
        HttpProblem problem = refused.toProblem();
        int code = code(problem.getStatusCode());
        String message = String.valueOf(problem.getDetail());
        Response.ResponseBuilder answer = Response.status(problem.getStatusCode())
                .entity(OtlpWriter.status(encoding, code, message))
                .type(encoding.mediaType());
        problem.getHeaders().forEach(answer::header);
        return answer.build();
    }

    /** The code of google.rpc for an HTTP status. */
    static int code(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> PERMISSION_DENIED;
            case 429 -> RESOURCE_EXHAUSTED;
            case 503 -> UNAVAILABLE;
            default -> status < 500 ? INVALID_ARGUMENT : INTERNAL;
        };
    }

    private static String message(Inspection inspection, Signal signal) {
        List<String> sentences = new ArrayList<>();
        List<ItemProblem> problems = inspection.problems();
        for (ItemProblem problem : problems.subList(0, Math.min(PROBLEMS_TOLD, problems.size()))) {
            String pointer = problem.pointer();
            String where = pointer == null || pointer.isEmpty() ? "" : " at " + pointer;
            String which = problem.id() == null ? "" : " (" + problem.id() + ")";
            sentences.add(signal.item() + " " + problem.index() + which + where + ": " + problem.detail());
        }
        int further = problems.size() + inspection.problemsLeftOut() - sentences.size();
        if (further > 0) {
            sentences.add("There are " + further + " further problems.");
        }
        sentences.addAll(inspection.notes());
        return String.join(" ", sentences);
    }
}
