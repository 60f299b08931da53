package dev.sillage.reporting.problem;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of problem that answers of this service name. Their codes never change: clients decide by them. */
public enum ProblemType {
    // The question.
    UNKNOWN_PARAMETER(
            400,
            "Unknown parameter",
            "Leave the parameter out, or correct its name; the detail lists those that are known."),
    INVALID_PARAMETER(400, "Invalid parameter", "Give the parameter as the detail describes it."),
    QUESTION_TOO_LONG(
            414,
            "The question is too long",
            "Ask with fewer or shorter filters: an address has at most 131072 characters. Filters of one dimension are"
                    + " often shorter when they exclude."),
    INVALID_BODY(400, "Invalid body", "Correct the member at the pointer as the detail describes it."),
    TOO_MANY_POINTS(
            400,
            "The answer would have too many points",
            "Ask for a coarser interval, a shorter range, fewer dimensions, or the top groups only; the detail names what fits."),
    TOO_MANY_ACTIVITIES(
            400, "There are too many activities", "Give from and to, or filter, so that fewer activities are meant."),
    FIGURE_NOT_STORED(
            400,
            "That figure is not stored",
            "Ask for both phases together, or leave out the criterion that the detail names."),
    UNKNOWN_ACTIVITY(
            404,
            "There is no such activity",
            "Give source and id as in the event, each percent-encoded; an activity is there some seconds after it was accepted."),
    UNKNOWN_RESTATEMENT(404, "There is no such restatement", "GET /v1/restatements lists those that there are."),
    RESTATEMENT_IN_PROGRESS(
            409, "Another restatement is not at its end", "Wait until it is done, or cancel it: one runs at a time."),
    RESTATEMENT_STATE(409, "The restatement is in another state", "Ask for its state, and for what that state allows."),

    // Who asks, and how often.
    UNAUTHENTICATED(
            401,
            "The request has no valid credential",
            "Send the header Authorization: Bearer <credential> with a key or a token that is neither expired nor revoked."),
    FORBIDDEN(403, "The credential does not allow this", "Use a key or a token with the scope that the detail names."),
    ISSUER_UNAVAILABLE(
            503, "Tokens cannot be checked for the moment", "Ask again after the time in Retry-After, or use a key."),
    TOO_MANY_QUERIES(
            429,
            "Too many questions at once",
            "Ask again after the time in Retry-After, or one question after the other."),
    QUERIES_FULL(503, "Too many questions wait", "Ask again after the time in Retry-After."),
    TOO_MANY_DOWNLOADS(
            429,
            "Too many downloads at once",
            "Wait until a download of this tenant is at its end, or read pages of JSON."),
    DOWNLOADS_FULL(
            503, "No more downloads can begin", "Ask again after the time in Retry-After, or read pages of JSON."),
    TOO_MANY_VIEWERS(
            429,
            "Too many streams are open",
            "Close a stream of this tenant, share one, or ask /v1/footprints from time to time."),
    VIEWERS_FULL(
            503,
            "No more streams can be opened",
            "Try again after the time in Retry-After, or ask /v1/footprints from time to time."),

    // What cannot be told now.
    SUMS_BEING_READ(503, "The sums are being read", "Ask again after the time in Retry-After."),
    CALCULATION_UNAVAILABLE(
            503,
            "The calculation does not answer",
            "Ask again in some seconds. Beside an activity it stands for the explanation only; the figures hold."),
    DATABASE_UNAVAILABLE(
            503, "The database is not available", "Nothing is lost; ask again after the time in Retry-After."),
    QUERY_TOO_EXPENSIVE(
            503, "The answer takes too long", "Ask for a shorter range, a coarser interval or fewer dimensions."),
    INTERNAL_ERROR(
            500,
            "Something went wrong here",
            "This is a fault of the service, not of the request. If it comes again, tell the operator the time of the request."),

    // Beside an activity, for the explanation that is not there.
    INPUTS_NOT_KEPT(
            200,
            "The inputs were not kept",
            "The figures hold, but nothing can compute them again: the activity's data are not in the ledger."),
    NOT_EXPLAINABLE(
            200,
            "The calculation does not compute this activity now",
            "The figures hold; the detail says why the calculation of today has no explanation for them."),

    // What HTTP knows by itself.
    BAD_REQUEST(400, "The request cannot be understood", "Compare the request with the description at /q/openapi."),
    NOT_FOUND(404, "Nothing is at this address", "The addresses are described at /q/openapi."),
    METHOD_NOT_ALLOWED(405, "This address does not take this method", "The methods are described at /q/openapi."),
    NOT_ACCEPTABLE(
            406,
            "The answer does not exist in any media type that was asked for",
            "Accept application/json, or a media type that /q/openapi names for this address."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "The body is of no media type that this address reads",
            "Send JSON with Content-Type application/json.");

    /** The media type of problem documents. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private final int status;
    private final String title;
    private final String remedy;

    ProblemType(int status, String title, String remedy) {
        this.status = status;
        this.title = title;
        this.remedy = remedy;
    }

    /** The stable name, for example {@code too-many-points}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What answers carry as {@code type}: the address of the page about it. */
    public URI uri() {
        return URI.create("/problems/" + code());
    }

    /** The HTTP status of an answer that is this problem; 200 of one that only stands beside what was asked for. */
    public int status() {
        return status;
    }

    /** The same for every problem of the type. */
    public String title() {
        return title;
    }

    /** How to mend it. */
    public String remedy() {
        return remedy;
    }

    static Optional<ProblemType> ofCode(String code) {
        return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
    }

    /** The type of what the framework answers by itself with that status. */
    static ProblemType ofStatus(int status) {
        if (status >= INTERNAL_ERROR.status) {
            return INTERNAL_ERROR;
        }
        return Arrays.stream(new ProblemType[] {
                    NOT_FOUND, METHOD_NOT_ALLOWED, NOT_ACCEPTABLE, UNSUPPORTED_MEDIA_TYPE, UNAUTHENTICATED, FORBIDDEN
                })
                .filter(type -> type.status == status)
                .findFirst()
                .orElse(BAD_REQUEST);
    }
}
