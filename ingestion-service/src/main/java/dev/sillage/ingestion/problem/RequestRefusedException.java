package dev.sillage.ingestion.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Ends a request without any event accepted. It is an answer, not a fault: it has no stack trace and is not logged.
 */
public final class RequestRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final long USUAL_WAIT_SECONDS = 1;

    private final ProblemType type;
    private long waitSeconds;
    private final transient Map<String, Object> members = new LinkedHashMap<>();

    /**
     * @param detail what exactly is wrong with this request; the remedy of the type is added
     */
    public RequestRefusedException(ProblemType type, String detail) {
        super(detail, null, false, false);
        this.type = type;
        this.waitSeconds = type.status() == 503 ? USUAL_WAIT_SECONDS : 0;
    }

    /** Says that repeating the same request helps after that time. */
    public RequestRefusedException repeatAfter(long seconds) {
        waitSeconds = seconds;
        return this;
    }

    /** Adds an extension member to the problem document. */
    public RequestRefusedException with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    public ProblemType type() {
        return type;
    }

    /** The RFC 9457 document; with {@code Retry-After} when repeating the same request helps. */
    public HttpProblem toProblem() {
        HttpProblem.Builder problem = HttpProblem.builder()
                .withType(type.uri())
                .withTitle(type.title())
                .withStatus(type.status())
                .withDetail(getMessage() + " " + type.remedy());
        members.forEach(problem::with);
        if (waitSeconds > 0) {
            problem.withHeader("Retry-After", waitSeconds);
        }
        if (type == ProblemType.UNAUTHENTICATED) {
            // RFC 9110 section 15.5.2: required.
            problem.withHeader("WWW-Authenticate", "Bearer realm=\"sillage\"");
        }
        if (type == ProblemType.UNSUPPORTED_CONTENT_ENCODING) {
            // RFC 9110 section 15.5.16: what can be sent instead.
            problem.withHeader("Accept-Encoding", "gzip, zstd, identity");
        }
        return problem.build();
    }
}
