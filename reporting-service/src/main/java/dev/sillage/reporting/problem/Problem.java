package dev.sillage.reporting.problem;

import dev.sillage.access.AccessRefusedException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.json.JsonObject;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;

/** The ways in which a question cannot be answered; each type is stable, each detail says how to mend it. */
public final class Problem {
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int INTERNAL = 500;
    private static final int UNAVAILABLE = 503;
    private static final int RETRY_SECONDS = 5;

    private Problem() {}

    public static HttpProblem unknownParameter(String parameter, String known) {
        return badParameter("unknown-parameter", "Unknown parameter", parameter)
                .withDetail("There is no parameter " + quoted(parameter) + ". Known are: " + known + ".")
                .build();
    }

    public static HttpProblem invalidParameter(String parameter, String detail) {
        return badParameter("invalid-parameter", "Invalid parameter", parameter)
                .withDetail(detail)
                .build();
    }

    public static HttpProblem tooManyPoints(String parameter, String detail) {
        return badParameter("too-many-points", "The answer would have too many points", parameter)
                .withDetail(detail)
                .build();
    }

    /** More questions of one tenant at once than it may ask. */
    public static HttpProblem tooManyQueries(int atOnce) {
        return problem("too-many-queries", "Too many questions at once", TOO_MANY_REQUESTS)
                .withDetail(
                        "At most " + atOnce + " questions of a tenant are answered at a time; ask again in a second, or"
                                + " one after the other.")
                .withHeader(HttpHeaders.RETRY_AFTER, 1)
                .build();
    }

    /** More downloads of one tenant at once than it may have. */
    public static HttpProblem tooManyDownloads(int atOnce) {
        return problem("too-many-downloads", "Too many downloads at once", TOO_MANY_REQUESTS)
                .withDetail(
                        "At most " + atOnce + " whole tables of a tenant are sent at a time; ask again when one is at"
                                + " its end, or for pages of JSON.")
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .build();
    }

    /** More downloads altogether than may be at once. */
    public static HttpProblem downloadsFull(int atOnce) {
        return unavailable(
                "downloads-full",
                "No more downloads can begin",
                atOnce
                        + " whole tables are being sent here, which is the limit. Ask again in some seconds, or for pages"
                        + " of JSON.");
    }

    /** Figures that exist only together with others, or not at all. */
    public static HttpProblem figureNotStored(String parameter, String detail) {
        return badParameter("figure-not-stored", "That figure is not stored", parameter)
                .withDetail(detail)
                .build();
    }

    public static HttpProblem tooManyActivities(String parameter, String detail) {
        return badParameter("too-many-activities", "There are too many activities", parameter)
                .withDetail(detail)
                .build();
    }

    public static HttpProblem unknownActivity(String detail) {
        return problem("unknown-activity", "There is no such activity", NOT_FOUND)
                .withDetail(detail)
                .build();
    }

    /**
     * A body that cannot be used.
     *
     * @param pointer JSON pointer of the member, empty for the whole
     */
    public static HttpProblem invalidBody(String pointer, String detail) {
        return problem("invalid-body", "Invalid body", BAD_REQUEST)
                .with("pointer", pointer)
                .withDetail(detail)
                .build();
    }

    /** A request that may not do what it asks for. */
    public static HttpProblem accessRefused(AccessRefusedException refused) {
        return switch (refused.reason()) {
            case UNAUTHENTICATED ->
                problem("unauthenticated", "The request has no valid credential", UNAUTHORIZED)
                        .withDetail(
                                refused.detail() + " Send the header Authorization: Bearer <credential> with a key or a"
                                        + " token that is neither expired nor revoked.")
                        // RFC 9110 section 15.5.2: required.
                        .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"sillage\"")
                        .build();
            case FORBIDDEN ->
                problem("forbidden", "The credential does not allow this", FORBIDDEN)
                        .withDetail(refused.detail() + " Use a key or a token with that scope.")
                        .build();
            case ISSUER_UNAVAILABLE ->
                problem("issuer-unavailable", "Tokens cannot be checked for the moment", UNAVAILABLE)
                        .withDetail(refused.detail() + " Ask again in some seconds, or use a key.")
                        .withHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                        .build();
        };
    }

    public static HttpProblem notFound(String code, String title, String detail) {
        return problem(code, title, NOT_FOUND).withDetail(detail).build();
    }

    public static HttpProblem conflict(String code, String title, String detail) {
        return problem(code, title, CONFLICT).withDetail(detail).build();
    }

    public static HttpProblem unavailable(String code, String title, String detail) {
        return problem(code, title, UNAVAILABLE)
                .withDetail(detail)
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .build();
    }

    /** More streams of one tenant than may be at once. */
    public static HttpProblem tooManyViewers(int limit) {
        return problem("too-many-viewers", "Too many streams are open", TOO_MANY_REQUESTS)
                .withDetail("This tenant looks at live figures " + limit + " times already, which is the limit of this"
                        + " service. Close a stream, share one, or ask /v1/footprints from time to time.")
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .build();
    }

    /** More streams altogether than may be at once. */
    public static HttpProblem viewersFull(int limit) {
        return unavailable(
                "viewers-full",
                "No more streams can be opened",
                limit + " streams of live figures are open here, which is the limit. Try again, or ask /v1/footprints"
                        + " from time to time.");
    }

    public static HttpProblem databaseUnavailable() {
        return problem("database-unavailable", "The database is not available", UNAVAILABLE)
                .withDetail("The figures cannot be read at the moment. Nothing is lost; ask again in some seconds.")
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .build();
    }

    public static HttpProblem tooExpensive() {
        return problem("query-too-expensive", "The answer takes too long", UNAVAILABLE)
                .withDetail("Ask for a shorter range, a coarser interval or fewer dimensions.")
                .build();
    }

    /** A fault of ours, of which the log has the rest. */
    public static HttpProblem internal() {
        return problem("internal-error", "Something went wrong here", INTERNAL)
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
