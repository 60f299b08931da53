package dev.sillage.reporting.query;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;

/** The ways in which a question cannot be answered; each type is stable, each detail says how to mend it. */
final class Problem {
    private static final int BAD_REQUEST = 400;
    private static final int UNAVAILABLE = 503;
    private static final int RETRY_SECONDS = 5;

    private Problem() {}

    static HttpProblem unknownParameter(String parameter, String known) {
        return badParameter("unknown-parameter", "Unknown parameter", parameter)
                .withDetail("There is no parameter " + quoted(parameter) + ". Known are: " + known + ".")
                .build();
    }

    static HttpProblem invalidParameter(String parameter, String detail) {
        return badParameter("invalid-parameter", "Invalid parameter", parameter)
                .withDetail(detail)
                .build();
    }

    static HttpProblem tooManyPoints(String parameter, String detail) {
        return badParameter("too-many-points", "The answer would have too many points", parameter)
                .withDetail(detail)
                .build();
    }

    static HttpProblem databaseUnavailable() {
        return problem("database-unavailable", "The database is not available", UNAVAILABLE)
                .withDetail("The figures cannot be read at the moment. Nothing is lost; ask again in some seconds.")
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .build();
    }

    static HttpProblem tooExpensive() {
        return problem("query-too-expensive", "The answer takes too long", UNAVAILABLE)
                .withDetail("Ask for a shorter range, a coarser interval or fewer dimensions.")
                .build();
    }

    /** The caller's text, shortened, so that a problem never repeats a large input. */
    static String quoted(String text) {
        int limit = 80;
        return "'" + (text.length() <= limit ? text : text.substring(0, limit) + "…") + "'";
    }

    private static HttpProblem.Builder badParameter(String code, String title, String parameter) {
        return problem(code, title, BAD_REQUEST)
                .with("parameter", quoted(parameter).replace("'", ""));
    }

    private static HttpProblem.Builder problem(String code, String title, int status) {
        return HttpProblem.builder()
                .withType(URI.create("/problems/" + code))
                .withTitle(title)
                .withStatus(status);
    }
}
