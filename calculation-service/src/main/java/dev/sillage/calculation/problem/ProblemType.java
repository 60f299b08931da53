package dev.sillage.calculation.problem;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of problem that answers of this service name. Codes are stable: clients decide by them. */
public enum ProblemType {
    UNAUTHENTICATED(
            "unauthenticated",
            401,
            "The request has no valid credential",
            "There is no credential, or it is unknown, expired or revoked.",
            "Send the header Authorization: Bearer <credential> with a key or a token that is neither expired nor revoked."),
    FORBIDDEN(
            "forbidden",
            403,
            "The credential does not allow this",
            "The credential is valid, but does not have the scope that this needs.",
            "Use a key or a token with the scope that the detail names."),
    ISSUER_UNAVAILABLE(
            "issuer-unavailable",
            503,
            "Tokens cannot be checked for the moment",
            "The issuer of the tokens has not told its keys yet.",
            "Ask again after the time that Retry-After tells, or use a key."),
    MALFORMED_JSON(
            "malformed-json",
            400,
            "The body is not JSON",
            "The body could not be read as one JSON text.",
            "Correct the body at the line and column that the detail names."),
    MALFORMED_CSV(
            "malformed-csv",
            400,
            "The body is not CSV",
            "The body could not be read as CSV (RFC 4180, UTF-8) with a header.",
            "Write the names of the members in the first line, and as many cells in each line."),
    UNKNOWN_MEMBER(
            "unknown-member",
            400,
            "Unknown member",
            "An object has a member that it may not have. It is refused and not ignored, because it might be a"
                    + " misspelt one that changes the result, and because no other content is wanted here.",
            "Leave the member at the pointer out, or correct its name."),
    MISSING_MEMBER(
            "missing-member",
            400,
            "Missing member",
            "A member that is required is absent.",
            "Add the member at the pointer."),
    DUPLICATE_MEMBER(
            "duplicate-member",
            400,
            "Duplicate member",
            "A member occurs twice, and readers of JSON differ in which one they take.",
            "Leave one of the two out."),
    WRONG_TYPE(
            "wrong-type",
            400,
            "Wrong type",
            "A value is of another JSON type than expected.",
            "Use the type that the detail names."),
    OUT_OF_RANGE(
            "out-of-range",
            400,
            "Out of range",
            "A number is below the least or above the greatest value of its member.",
            "Use a number within the range that the detail names, in the unit that the member's name tells."),
    INVALID_TEXT(
            "invalid-text",
            400,
            "Invalid text",
            "A text is empty, too long or has control characters.",
            "Use a text as the detail describes it."),
    NOT_ONE_OF(
            "not-one-of",
            400,
            "Not one of the choices",
            "A text is none of the words that its member takes.",
            "Use one of the words that the detail lists, exactly as written."),
    INVALID_LABELS(
            "invalid-labels",
            400,
            "Invalid labels",
            "A label has a name or a value that labels may not have, or there are too many labels.",
            "Use labels as the detail describes them."),
    INVALID_TIME(
            "invalid-time",
            400,
            "Invalid time",
            "A time is not written as RFC 3339 demands.",
            "Write the time like 2026-11-23T10:15:30Z."),
    INVALID_PARAMETER(
            "invalid-parameter",
            400,
            "Invalid query parameter",
            "A parameter of the query has a value that it may not have.",
            "Use a value as the detail describes it."),
    TOO_MANY_ITEMS(
            "too-many-items",
            400,
            "Too many or no items",
            "The body holds no item, or more than one request may.",
            "Send as many items in one request as the detail says."),
    UNKNOWN_KIND(
            "unknown-kind",
            400,
            "Unknown kind of activity",
            "The kind or type is none that this version knows.",
            "Use one of the kinds that the detail lists."),
    UNKNOWN_METHODOLOGY(
            "unknown-methodology",
            400,
            "Unknown methodology",
            "The methodology is none that this version has, or does not compute this kind of activity.",
            "Use one of the ids that the detail lists, or leave the member out for the default."),
    KIND_NOT_COMPUTED(
            "kind-not-computed",
            422,
            "Kind not computed",
            "The kind of activity is known, but no methodology of this version computes it.",
            "See GET /v1/methodologies for the kinds that are computed."),
    NOT_COMPUTABLE(
            "not-computable",
            422,
            "Not computable",
            "The methodology has no footprint for this very activity.",
            "Change the data as the detail says, or ask for another methodology."),
    UNKNOWN_ZONE(
            "unknown-zone",
            400,
            "Unknown zone",
            "The zone is none that the factor may be for, or it is missing.",
            "See GET /v1/factors/{key} for the zones of a factor."),
    WRONG_UNIT(
            "wrong-unit",
            400,
            "Wrong unit",
            "The unit is not known, or measures something else than the factor.",
            "Use the unit that the detail names, or one that converts into it."),
    OVERLAPPING_PERIOD(
            "overlapping-period",
            409,
            "Overlapping period",
            "Two factors of one key and zone would hold at the same time.",
            "Change the times, or delete the other factor first; one that begins at the same time is replaced."),
    TOO_MANY_FACTORS(
            "too-many-factors",
            409,
            "Too many own factors",
            "A tenant may have only so many own factors.",
            "Delete those of times whose activities have all been computed."),
    TOO_MANY_EVALUATIONS(
            "too-many-evaluations",
            400,
            "Too many evaluations",
            "Items, scenarios and methodologies together ask for more results than one request may.",
            "Send fewer items, scenarios or methodologies in one request."),
    NOT_NOW(
            "not-now",
            503,
            "Not now",
            "The service is at work on as much as it takes at a time, or has just started.",
            "Send the same request again after the time that Retry-After tells."),
    NOT_DURABLE(
            "not-durable",
            503,
            "Not durable",
            "The change could not be stored in time; it may or may not have been stored.",
            "Send the same request again after the time that Retry-After tells: repeating it does no harm."),
    UNKNOWN_OVERRIDE(
            "unknown-override",
            400,
            "Unknown override",
            "A factor that the request sets is none that the factor set could have, or not for that zone.",
            "See GET /v1/factors for keys and zones, and write key or key/zone."),
    UNKNOWN_SHEET(
            "unknown-sheet",
            404,
            "Unknown sheet",
            "The methodology does not compute that kind, or does not compute it by a sheet.",
            "See GET /v1/methodologies/{id} for the sheets of a methodology."),
    UNKNOWN_OWN_FACTOR(
            "unknown-own-factor",
            404,
            "Unknown own factor",
            "There is no own factor of that key, zone and time.",
            "See GET /v1/own-factors for those that there are."),
    UNKNOWN_FACTOR(
            "unknown-factor",
            404,
            "Unknown factor",
            "The factor set has no factor of that key.",
            "See GET /v1/factors for the keys."),
    UNKNOWN_FACTOR_SET(
            "unknown-factor-set",
            404,
            "Unknown factor set",
            "No factor set of that version was published.",
            "See GET /v1/factor-sets for the versions."),
    BODY_TOO_LARGE(
            "body-too-large",
            413,
            "Body too large",
            "The body is larger than its path takes: 1 MiB, or what the detail says.",
            "Send fewer items in one request."),
    NOT_FOUND("not-found", 404, "Not found", "There is nothing at this path.", "See /q/openapi for the paths."),
    METHOD_NOT_ALLOWED(
            "method-not-allowed",
            405,
            "Method not allowed",
            "The path exists, but not with this method.",
            "See /q/openapi for the methods of the path."),
    NOT_ACCEPTABLE(
            "not-acceptable",
            406,
            "Not acceptable",
            "The answer exists only in media types that the request does not accept.",
            "Accept application/json."),
    UNSUPPORTED_MEDIA_TYPE(
            "unsupported-media-type",
            415,
            "Unsupported media type",
            "The body is of a media type that this path does not read.",
            "Send application/json and say so in Content-Type."),
    INTERNAL_ERROR(
            "internal-error",
            500,
            "Internal error",
            "The service failed; the fault is not in the request.",
            "Try again later; if it stays, tell who runs the service.");

    private static final String PATH = "/problems/";

    private final String code;
    private final int status;
    private final String title;
    private final String meaning;
    private final String remedy;

    ProblemType(String code, int status, String title, String meaning, String remedy) {
        this.code = code;
        this.status = status;
        this.title = title;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    /** The stable code, the last part of {@link #type}. */
    public String code() {
        return code;
    }

    /** The member {@code type} of a problem: a relative reference to its description. */
    public URI type() {
        return URI.create(PATH + code);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** A few words, the same for every problem of the type. */
    public String title() {
        return title;
    }

    /** What has happened. */
    public String meaning() {
        return meaning;
    }

    /** How to mend it. */
    public String remedy() {
        return remedy;
    }

    /** The type of a code, or empty for a code that is not ours. */
    public static Optional<ProblemType> ofCode(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }
}
