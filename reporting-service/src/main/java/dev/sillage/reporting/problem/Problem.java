package dev.sillage.reporting.problem;

import dev.sillage.access.AccessRefusedException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.json.JsonObject;
import jakarta.ws.rs.core.HttpHeaders;

/** The ways in which a question cannot be answered; each type is stable, each detail says how to mend it. */
public final class Problem {
    private static final int UNAVAILABLE = 503;
    private static final int RETRY_SECONDS = 5;

    private Problem() {}

    public static HttpProblem unknownParameter(String parameter, String known) {
        return badParameter(ProblemType.UNKNOWN_PARAMETER, parameter)
                .withDetail("There is no parameter " + quoted(parameter) + ". Known are: " + known + ".")
                .build();
    }

    public static HttpProblem invalidParameter(String parameter, String detail) {
        return badParameter(ProblemType.INVALID_PARAMETER, parameter)
                .withDetail(detail)
                .build();
    }

    public static HttpProblem tooManyPoints(String parameter, String detail) {
        return badParameter(ProblemType.TOO_MANY_POINTS, parameter)
                .withDetail(detail)
                .build();
    }

    /** More questions of one tenant at once than it may ask. */
    public static HttpProblem tooManyQueries(int atOnce) {
        return problem(ProblemType.TOO_MANY_QUERIES)
                .withDetail(
                        "At most " + atOnce + " questions of a tenant are answered at a time; ask again in a second, or"
                                + " one after the other.")
                .withHeader(HttpHeaders.RETRY_AFTER, 1)
                .build();
    }

    /** More questions altogether than can be answered soon. */
    public static HttpProblem queriesFull(int atOnce) {
        return of(
                ProblemType.QUERIES_FULL,
                atOnce + " questions are answered at a time, and too many wait already. Ask again in some seconds.");
    }

    /** More downloads of one tenant at once than it may have. */
    public static HttpProblem tooManyDownloads(int atOnce) {
        return problem(ProblemType.TOO_MANY_DOWNLOADS)
                .withDetail(
                        "At most " + atOnce + " whole tables of a tenant are sent at a time; ask again when one is at"
                                + " its end, or for pages of JSON.")
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .build();
    }

    /** More downloads altogether than may be at once. */
    public static HttpProblem downloadsFull(int atOnce) {
        return of(
                ProblemType.DOWNLOADS_FULL,
                atOnce
                        + " whole tables are being sent here, which is the limit. Ask again in some seconds, or for pages"
                        + " of JSON.");
    }

    /** Figures that exist only together with others, or not at all. */
    public static HttpProblem figureNotStored(String parameter, String detail) {
        return badParameter(ProblemType.FIGURE_NOT_STORED, parameter)
                .withDetail(detail)
                .build();
    }

    public static HttpProblem tooManyActivities(String parameter, String detail) {
        return badParameter(ProblemType.TOO_MANY_ACTIVITIES, parameter)
                .withDetail(detail)
                .build();
    }

    public static HttpProblem unknownActivity(String detail) {
        return problem(ProblemType.UNKNOWN_ACTIVITY).withDetail(detail).build();
    }

    /**
     * A body that cannot be used.
     *
     * @param pointer JSON pointer of the member, empty for the whole
     */
    public static HttpProblem invalidBody(String pointer, String detail) {
        return problem(ProblemType.INVALID_BODY)
                .with("pointer", pointer)
                .withDetail(detail)
                .build();
    }

    /** A request that may not do what it asks for. */
    public static HttpProblem accessRefused(AccessRefusedException refused) {
        return switch (refused.reason()) {
            case UNAUTHENTICATED ->
                problem(ProblemType.UNAUTHENTICATED)
                        .withDetail(
                                refused.detail() + " Send the header Authorization: Bearer <credential> with a key or a"
                                        + " token that is neither expired nor revoked.")
                        // RFC 9110 section 15.5.2: required.
                        .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"sillage\"")
                        .build();
            case FORBIDDEN ->
                problem(ProblemType.FORBIDDEN)
                        .withDetail(refused.detail() + " Use a key or a token with that scope.")
                        .build();
            case ISSUER_UNAVAILABLE ->
                problem(ProblemType.ISSUER_UNAVAILABLE)
                        .withDetail(refused.detail() + " Ask again in some seconds, or use a key.")
                        .withHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                        .build();
        };
    }

    /** A problem that one part of the service alone knows. */
    public static HttpProblem of(ProblemType type, String detail) {
        HttpProblem.Builder problem = problem(type).withDetail(detail);
        return (type.status() == UNAVAILABLE ? problem.withHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS) : problem)
                .build();
    }

    static HttpProblem questionTooLong(int length) {
        return problem(ProblemType.QUESTION_TOO_LONG)
                .withDetail("The address of the request has " + length + " characters, and may have "
                        + QuestionLength.MAX + ". Ask with fewer or shorter filters.")
                .build();
    }

    /** More streams of one tenant than may be at once. */
    public static HttpProblem tooManyViewers(int limit) {
        return problem(ProblemType.TOO_MANY_VIEWERS)
                .withDetail("This tenant looks at live figures " + limit + " times already, which is the limit of this"
                        + " service. Close a stream, share one, or ask /v1/footprints from time to time.")
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .build();
    }

    /** More streams altogether than may be at once. */
    public static HttpProblem viewersFull(int limit) {
        return of(
                ProblemType.VIEWERS_FULL,
                limit + " streams of live figures are open here, which is the limit. Try again, or ask /v1/footprints"
                        + " from time to time.");
    }

    public static HttpProblem databaseUnavailable() {
        return problem(ProblemType.DATABASE_UNAVAILABLE)
                .withDetail("The figures cannot be read at the moment. Nothing is lost; ask again in some seconds.")
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .build();
    }

    public static HttpProblem tooExpensive() {
        return problem(ProblemType.QUERY_TOO_EXPENSIVE)
                .withDetail("Ask for a shorter range, a coarser interval or fewer dimensions.")
                .build();
    }

    /** A fault of ours, of which the log has the rest. */
    public static HttpProblem internal() {
        return problem(ProblemType.INTERNAL_ERROR)
                .withDetail("This is a fault of the service, not of the request.")
                .build();
    }

    /** A problem where it is not an answer of its own. */
    public static String text(HttpProblem problem) {
        return new JsonObject()
                .put("type", String.valueOf(problem.getType()))
                .put("title", problem.getTitle())
                .put("status", problem.getStatusCode())
                .put("detail", problem.getDetail())
                .encode();
    }

    /** The caller's text, shortened, so that a problem never repeats a large input. */
    public static String quoted(String text) {
        int limit = 80;
        return "'" + (text.length() <= limit ? text : text.substring(0, limit) + "…") + "'";
    }

    private static HttpProblem.Builder badParameter(ProblemType type, String parameter) {
        return problem(type).with("parameter", quoted(parameter).replace("'", ""));
    }

    private static HttpProblem.Builder problem(ProblemType type) {
        return HttpProblem.builder()
                .withType(type.uri())
                .withTitle(type.title())
                .withStatus(type.status());
    }
}
