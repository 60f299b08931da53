package dev.sillage.ingestion.check;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.ActivityTopic;
import dev.sillage.ingestion.problem.ProblemType;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one event from its first byte to its last; used once. */
final class EventScan {
    private static final String ROOT = "";
    private static final String DATA = "/data";
    private static final int MAX_SHORT_TEXT = 100;
    private static final int DATA_LEVEL = 2;
    private static final String KINDS =
            Arrays.stream(ActivityKind.values()).map(ActivityKind::wireName).collect(Collectors.joining(", "));

    private final Cursor at;
    private final JsonParser json;
    private final Findings findings;
    private final CheckLimits limits;
    private final AcceptableTime acceptableTime;
    private final ExtensionScan extensions;
    private final Set<Attribute> seen = EnumSet.noneOf(Attribute.class);

    private boolean dataChecked;
    private @Nullable String id;
    private @Nullable String source;
    private @Nullable String subject;
    private @Nullable String dataSchema;
    private @Nullable ActivityKind kind;
    private @Nullable Instant time;
    private @Nullable Slice data;
    private @Nullable Meant meant;

    EventScan(Cursor at, Findings findings, CheckLimits limits, AcceptableTime acceptableTime) {
        this.at = at;
        this.json = at.json();
        this.findings = findings;
        this.limits = limits;
        this.acceptableTime = acceptableTime;
        this.extensions = new ExtensionScan(at, limits);
    }

    Outcome scan() throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            at.refuse(ProblemType.EVENT_NOT_AN_OBJECT, ROOT, "A JSON object is expected.");
            if (json.currentToken() != null) {
                at.skip(ROOT, ROOT);
            }
        } else {
            members();
        }
        int end = at.position();
        if (json.nextToken() != null) {
            return new Outcome.Malformed(end);
        }
        if (id == null || source == null || kind == null || time == null || data == null || !findings.isEmpty()) {
            return new Outcome.Refused(source, id, findings.list());
        }
        if (new Meant(source, id).equals(meant)) {
            at.refuse(ProblemType.MEANS_ITSELF, DATA, "Source and id of the event meant are those of this event.");
            return new Outcome.Refused(source, id, findings.list());
        }
        return new Outcome.Accepted(
                new CheckedEvent(source, id, kind, time, subject, dataSchema, extensions.list(), data, meant));
    }

    /** What was read before the text broke off. */
    Outcome.Refused refused() {
        return new Outcome.Refused(source, id, findings.list());
    }

    private void members() throws IOException {
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            Attribute attribute = Attribute.of(name);
            boolean isNull = json.nextToken() == JsonToken.VALUE_NULL;
            if (attribute == null) {
                extensions.take(name);
            } else if (seen.contains(attribute)) {
                at.refuse(ProblemType.DUPLICATE_MEMBER, Pointer.to(ROOT, name), "The attribute occurs twice.");
                at.skip(ROOT, name);
            } else if (!isNull) {
                // The CloudEvents JSON format lets null stand for an attribute that is not set.
                seen.add(attribute);
                take(attribute, name);
            }
        }
        for (Attribute required : Attribute.REQUIRED) {
            if (!seen.contains(required)) {
                at.refuse(
                        ProblemType.MISSING_MEMBER,
                        Pointer.to(ROOT, required.wireName()),
                        "Every event needs the attribute.");
            }
        }
        if (kind != null && data != null && !dataChecked) {
            try (Cursor again = at.again(data, 1)) {
                meant = DataCheck.check(again, kind, DATA, DATA_LEVEL, true);
            }
        }
    }

    private void take(Attribute attribute, String name) throws IOException {
        switch (attribute) {
            case SPECVERSION -> takeSpecVersion(name);
            case ID -> id = TextCheck.name(at, ROOT, name, limits.maxAttributeLength());
            case SOURCE -> takeSource(name);
            case TYPE -> takeType(name);
            case TIME -> takeTime(name);
            case SUBJECT -> subject = TextCheck.name(at, ROOT, name, limits.maxAttributeLength());
            case DATACONTENTTYPE -> takeDataContentType(name);
            case DATASCHEMA -> dataSchema = TextCheck.name(at, ROOT, name, limits.maxAttributeLength());
            case DATA -> takeData(name);
            case DATA_BASE64 -> refuse(ProblemType.DATA_BASE64, name, "The data must be a JSON object.");
            case TENANT, ACCEPTEDAT ->
                refuse(ProblemType.RESERVED_ATTRIBUTE, name, "A sender cannot set this attribute.");
        }
    }

    private void takeSpecVersion(String name) throws IOException {
        if (TextCheck.isName(at, ROOT, name, MAX_SHORT_TEXT) && !TextCheck.equals(json, ActivityTopic.SPEC_VERSION)) {
            refuse(ProblemType.UNSUPPORTED_SPEC_VERSION, name, "The version must be \"1.0\".");
        }
    }

    private void takeSource(String name) throws IOException {
        String text = TextCheck.name(at, ROOT, name, limits.maxAttributeLength());
        if (text != null && !UriReference.isPlausible(text)) {
            refuse(ProblemType.INVALID_SOURCE, name, "A URI reference has no spaces, quotes, brackets or backslashes.");
            return;
        }
        source = text;
    }

    private void takeType(String name) throws IOException {
        if (!TextCheck.isName(at, ROOT, name, MAX_SHORT_TEXT)) {
            return;
        }
        kind = ActivityKind.ofType(json.getText()).orElse(null);
        if (kind == null) {
            refuse(
                    ProblemType.UNKNOWN_TYPE,
                    name,
                    "The type must be dev.sillage.activity.<kind>.v1 with one of the kinds " + KINDS + ".");
        }
    }

    private void takeTime(String name) throws IOException {
        String text = TextCheck.name(at, ROOT, name, MAX_SHORT_TEXT);
        if (text == null) {
            return;
        }
        Instant read = Rfc3339.parse(text);
        if (read == null) {
            refuse(ProblemType.INVALID_TIME, name, "The time must have date, time to the second, and offset.");
        } else if (!acceptableTime.contains(read)) {
            refuse(
                    ProblemType.TIME_OUT_OF_RANGE,
                    name,
                    "The time must lie between " + acceptableTime.earliest() + " and " + acceptableTime.latest() + ".");
        } else {
            time = read;
        }
    }

    private void takeDataContentType(String name) throws IOException {
        String text = TextCheck.name(at, ROOT, name, MAX_SHORT_TEXT);
        if (text == null) {
            return;
        }
        int parameters = text.indexOf(';');
        String mediaType = (parameters < 0 ? text : text.substring(0, parameters)).strip();
        if (!mediaType.equalsIgnoreCase(ActivityTopic.CONTENT_TYPE)) {
            refuse(ProblemType.UNSUPPORTED_DATA_CONTENT_TYPE, name, "The data must be application/json.");
        }
    }

    private void takeData(String name) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            refuse(ProblemType.WRONG_TYPE, name, "The data must be an object.");
            return;
        }
        int start = at.tokenStart();
        if (kind == null) {
            data = at.skipSlice(ROOT, name);
        } else {
            meant = DataCheck.check(at, kind, DATA, DATA_LEVEL, true);
            dataChecked = true;
            data = at.slice(start);
        }
    }

    private void refuse(ProblemType type, String name, String detail) throws IOException {
        at.refuse(type, Pointer.to(ROOT, name), detail);
        at.skip(ROOT, name);
    }
}
