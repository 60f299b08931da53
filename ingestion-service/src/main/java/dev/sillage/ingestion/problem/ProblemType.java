package dev.sillage.ingestion.problem;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The kinds of problem, each with a code that never changes. Where one concerns a single event of several, the status
 * is that of a request in which no event could be accepted.
 */
public enum ProblemType {
    // The request as a whole.
    UNAUTHENTICATED(
            401,
            "The request has no valid credential",
            "Send the header Authorization: Bearer <credential> with a key or a token that is neither expired nor revoked."),
    ISSUER_UNAVAILABLE(
            503,
            "Tokens cannot be checked for the moment",
            "Repeat the whole request after the time in Retry-After, or use a key."),
    FORBIDDEN(403, "The credential does not allow this", "Use a key or a token with the scope that the detail names."),
    RATE_LIMITED(
            429,
            "Too many events in a short time",
            "Repeat the whole request after the time in Retry-After, and send at most what RateLimit-Policy says."),
    QUOTA_EXCEEDED(
            429,
            "Too many events for this day",
            "Repeat the whole request after midnight UTC, or ask the operator for a larger quota."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "The body is of no media type that this door reads",
            "Send Content-Type application/cloudevents+json for one event, application/cloudevents-batch+json for an"
                    + " array of events, application/x-ndjson for one event per line, or application/json for the data of one"
                    + " event whose attributes are the headers ce-specversion, ce-id, ce-source, ce-type and ce-time;"
                    + " the charset is UTF-8. To /v1/import/csv send text/csv. To /v1/traces, /v1/metrics and /v1/logs send application/x-protobuf or"
                    + " application/json."),
    UNSUPPORTED_CONTENT_ENCODING(
            415,
            "The body is packed in a way that this door does not unpack",
            "Send one Content-Encoding header with gzip, zstd or identity, or none."),
    BROKEN_CONTENT_ENCODING(
            400,
            "The body cannot be unpacked",
            "Send the whole gzip or zstd stream, with a window of at most 8 MiB, or the body as it is without a"
                    + " Content-Encoding header."),
    PACKED_TOO_TIGHTLY(
            413,
            "The body unpacks to far more than was sent",
            "Split the events over several requests, or send them without a Content-Encoding header."),
    NOT_ACCEPTABLE(
            406,
            "The answer does not exist in any media type that was asked for",
            "Accept application/json and application/problem+json, or leave the Accept header out."),
    NOT_FOUND(
            404,
            "Nothing is at this address",
            "Events go to POST /v1/events, OpenTelemetry to POST /v1/traces, /v1/metrics or /v1/logs, also under /otlp, what a provider's"
                    + " API returned to POST /v1/usage/openai, /anthropic, /mistral or /google, tables to POST /v1/import/csv or /codecarbon; /problems lists"
                    + " the kinds of problem."),
    METHOD_NOT_ALLOWED(
            405,
            "This address does not take this method",
            "Events go to POST /v1/events, OpenTelemetry spans to POST /v1/traces; /problems takes GET."),
    BAD_REQUEST(400, "The request cannot be understood", "Compare the request with the description at /q/openapi."),
    BODY_TIMEOUT(
            408,
            "The body did not arrive in time",
            "Send smaller requests, or over a faster connection; the whole request may be repeated."),
    BODY_TOO_LARGE(413, "The body is too large", "Split the events over several requests."),
    TOO_MANY_EVENTS(413, "The request holds too many events", "Split the events over several requests."),
    MALFORMED_OTLP(
            400,
            "The body is not the OTLP message that this address takes",
            "Send an OTLP export request whole, as protobuf or in its JSON form, as the Content-Type says."),
    MALFORMED_CSV(
            400,
            "The body is not the table that this address takes",
            "Send CSV in UTF-8 with the names of the columns in its first line; map names that are not ours with the"
                    + " header Sillage-Columns: target=column, target=column."),
    EMPTY_BATCH(400, "The request holds no event", "Send at least one event."),
    NOTHING_ACCEPTED(
            400,
            "No event of the request could be accepted",
            "The member \"problems\" names each refused event and how to mend it."),
    SATURATED(
            503,
            "The service holds as many events in memory as it may",
            "Repeat the whole request after the time in Retry-After; events sent twice are counted once."),
    BROKER_UNAVAILABLE(
            503,
            "Events cannot be stored at this moment",
            "Repeat the whole request after the time in Retry-After; events sent twice are counted once."),
    NOT_DURABLE(
            503,
            "Not every event could be stored",
            "Repeat the whole request after the time in Retry-After; events sent twice are counted once."),
    INTERNAL_ERROR(
            500,
            "The service failed to handle the request",
            "The request may be repeated; events sent twice are counted once. If it fails again, tell the operator"
                    + " the time of the request."),

    // One event: its JSON and its envelope.
    MALFORMED_JSON(
            400,
            "The text is not JSON",
            "Send JSON (RFC 8259) in UTF-8. In a batch or a single event nothing is accepted after broken JSON; in"
                    + " newline-delimited JSON it costs only its line."),
    EVENT_NOT_AN_OBJECT(400, "An event is a JSON object", "Send each event as a CloudEvents 1.0 JSON object."),
    EVENT_TOO_LARGE(
            400,
            "The event is too large",
            "An event holds measurements, never content. Send prompts, answers and documents nowhere near it."),
    TOO_DEEP(400, "The JSON is nested too deeply", "No activity needs so many levels; remove the unknown members."),
    MISSING_MEMBER(400, "A member is missing", "Add the member that the pointer names."),
    UNKNOWN_MEMBER(
            400,
            "The data holds a member that its kind does not have",
            "Remove or rename the member. Unknown members are refused because they could carry prompt or answer text,"
                    + " which is never stored here; use data.labels for short texts of your own."),
    DUPLICATE_MEMBER(400, "A member occurs twice", "Keep one of the two: readers of JSON disagree which one counts."),
    WRONG_TYPE(
            400,
            "A member has the wrong JSON type",
            "Send the type that the detail names. Leave an unknown optional member out instead of sending null."),
    OUT_OF_RANGE(400, "A number is out of its range", "Send a number within the limits, in the unit of the name."),
    TEXT_LENGTH(400, "A text is empty or too long", "Send a short name or identifier, not content."),
    INVALID_TEXT(
            400, "A text holds a character that is not allowed", "Remove control characters and unpaired surrogates."),
    NOT_ONE_OF(400, "A word is not one of those allowed", "Send one of the words that the detail lists."),
    UNSUPPORTED_SPEC_VERSION(400, "Not CloudEvents 1.0", "Send \"specversion\": \"1.0\"."),
    UNKNOWN_TYPE(
            400,
            "The event is of no type known here",
            "Send a type such as dev.sillage.activity.llm-inference.v1; the detail lists the kinds."),
    UNSUPPORTED_DATA_CONTENT_TYPE(
            400, "The data is not JSON", "Send data as a JSON object, with datacontenttype application/json or none."),
    DATA_BASE64(400, "Binary data is not taken", "Send the activity as a JSON object in \"data\"."),
    RESERVED_ATTRIBUTE(
            400,
            "The attribute is set by the service itself",
            "Remove it: the tenant comes from the credential, the time of acceptance from the clock of the service."),
    INVALID_ATTRIBUTE_NAME(
            400,
            "An attribute has a name that CloudEvents does not allow",
            "Name extension attributes with 1 to 20 lower-case letters and digits; measurements belong in \"data\"."),
    INVALID_HEADER_VALUE(
            400,
            "A ce- header cannot be read",
            "Write spaces, quotes, percent signs and all that is not printable ASCII as the percent-encoded bytes of"
                    + " their UTF-8 form, for example %20 and %C3%A9."),
    TOO_MANY_ATTRIBUTES(400, "The event has too many extension attributes", "Keep those that are needed for routing."),
    INVALID_SOURCE(
            400, "The source is not a URI reference", "Send for example urn:example:gateway-3 or /applications/chat."),
    INVALID_TIME(400, "The time is not RFC 3339", "Send for example 2026-11-23T09:30:00Z, with a zone offset."),
    INVALID_SPAN_ID(
            400,
            "A span has no valid identity",
            "Send a trace id of 16 and a span id of 8 bytes, not all zero; in JSON as hexadecimal digits."),
    TIME_OUT_OF_RANGE(
            400,
            "The time cannot be right",
            "Send when the activity ended; the detail names the first and the last time that are taken, by default from 2000"
                    + " to 24 hours ahead of the clock of the service."),
    INVALID_LABELS(
            400,
            "The labels break a rule",
            "At most 16 labels; a name starts with a letter and has up to 64 letters, digits, '_', '.', '-'; a value"
                    + " is a text of 1 to 128 characters."),
    INVALID_SHARES(400, "The shares break a rule", "Send each part as a number from 0 to 1, and at least one above 0."),
    INVALID_REPLACEMENT(
            400,
            "The correction does not name a kind that can be corrected",
            "Set correctedKind to the kind of the event meant; corrections and retractions cannot be corrected."),
    MEANS_ITSELF(
            400,
            "The correction or retraction names itself",
            "Give it an id of its own, beside the source and id of the event that it means: by its own id it is told"
                    + " from its copies.");

    /** The media type of problem documents. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final Map<String, ProblemType> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ProblemType::code, Function.identity()));

    private final int status;
    private final String title;
    private final String remedy;
    private final String code;
    private final URI uri;

    ProblemType(int status, String title, String remedy) {
        this.status = status;
        this.title = title;
        this.remedy = remedy;
        this.code = name().toLowerCase(Locale.ROOT).replace('_', '-');
        this.uri = URI.create("/problems/" + code);
    }

    /** The stable name of the problem, for example {@code out-of-range}. */
    public String code() {
        return code;
    }

    /** The relative reference that answers carry as {@code type}. */
    public URI uri() {
        return uri;
    }

    /** The HTTP status of a request that fails for this reason. */
    public int status() {
        return status;
    }

    /** What is wrong, the same for every occurrence. */
    public String title() {
        return title;
    }

    /** How to mend it. */
    public String remedy() {
        return remedy;
    }

    /** The type of that code, or empty when there is none. */
    public static Optional<ProblemType> ofCode(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** The type that stands for a bare HTTP status, as the framework raises them. */
    static ProblemType ofStatus(int status) {
        if (status >= 500) {
            return INTERNAL_ERROR;
        }
        return Arrays.stream(new ProblemType[] {NOT_FOUND, METHOD_NOT_ALLOWED, NOT_ACCEPTABLE, UNSUPPORTED_MEDIA_TYPE})
                .filter(type -> type.status == status)
                .findFirst()
                .orElse(BAD_REQUEST);
    }
}
