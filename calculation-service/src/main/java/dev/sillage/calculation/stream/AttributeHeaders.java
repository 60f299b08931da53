package dev.sillage.calculation.stream;

import static dev.sillage.activity.ActivityTopic.HEADER_ACCEPTED_AT;
import static dev.sillage.activity.ActivityTopic.HEADER_ID;
import static dev.sillage.activity.ActivityTopic.HEADER_SOURCE;
import static dev.sillage.activity.ActivityTopic.HEADER_SUBJECT;
import static dev.sillage.activity.ActivityTopic.HEADER_TENANT;
import static dev.sillage.activity.ActivityTopic.HEADER_TIME;
import static dev.sillage.activity.ActivityTopic.HEADER_TYPE;
import static dev.sillage.activity.ActivityTopic.HEADER_WARNINGS;

import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.ActivityWarning;
import dev.sillage.calculation.read.UtcTime;
import dev.sillage.calculation.result.Attributes;
import dev.sillage.calculation.result.RefusalReason;
import dev.sillage.calculation.result.RefusedException;
import dev.sillage.footprint.ActivityReference;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The attributes of an activity, from the {@code ce_} headers of its record. */
final class AttributeHeaders {
    private AttributeHeaders() {}

    /** One pass over the headers; of a header that occurs twice the last counts, as everywhere in Kafka. */
    static Attributes read(Headers headers) throws RefusedException {
        byte @Nullable [] tenant = null;
        byte @Nullable [] source = null;
        byte @Nullable [] id = null;
        byte @Nullable [] type = null;
        byte @Nullable [] time = null;
        byte @Nullable [] acceptedAt = null;
        byte @Nullable [] subject = null;
        List<ActivityWarning> warnings = List.of();
        for (Header header : headers) {
            switch (header.key()) {
                case HEADER_TENANT -> tenant = header.value();
                case HEADER_SOURCE -> source = header.value();
                case HEADER_ID -> id = header.value();
                case HEADER_TYPE -> type = header.value();
                case HEADER_TIME -> time = header.value();
                case HEADER_ACCEPTED_AT -> acceptedAt = header.value();
                case HEADER_SUBJECT -> subject = header.value();
                case HEADER_WARNINGS -> warnings = warnings(header.value());
                default -> {
                    // Other extension attributes do not change a footprint.
                }
            }
        }
        ActivityKind kind = ActivityKind.ofType(text(HEADER_TYPE, type))
                .orElseThrow(() -> new RefusedException(
                        RefusalReason.UNKNOWN_TYPE, "the type of the event is not a kind of activity"));
        return new Attributes(
                new ActivityReference(text(HEADER_TENANT, tenant), text(HEADER_SOURCE, source), text(HEADER_ID, id)),
                kind,
                instant(HEADER_TIME, time),
                instant(HEADER_ACCEPTED_AT, acceptedAt),
                subject == null || subject.length == 0 ? null : text(HEADER_SUBJECT, subject),
                warnings);
    }

    private static List<ActivityWarning> warnings(byte @Nullable [] value) {
        return value == null ? List.of() : ActivityWarning.read(new String(value, StandardCharsets.UTF_8));
    }

    private static String text(String name, byte @Nullable [] value) throws RefusedException {
        if (value == null || value.length == 0) {
            throw new RefusedException(RefusalReason.MISSING_ATTRIBUTE, "the header " + name + " is missing");
        }
        String text = new String(value, StandardCharsets.UTF_8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // A replaced character would make two identities one, a control character would move their borders.
            boolean replaced = c == '\ufffd' && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), value);
            if (c < ' ' || replaced) {
                throw new RefusedException(
                        RefusalReason.INVALID_VALUE,
                        "the header " + name + " is not UTF-8 text without control characters");
            }
        }
        return text;
    }

    private static Instant instant(String name, byte @Nullable [] value) throws RefusedException {
        Instant instant = UtcTime.parse(text(name, value));
        if (instant != null) {
            return instant;
        }
        throw new RefusedException(
                RefusalReason.INVALID_VALUE, "the header " + name + " is not an RFC 3339 time in UTC");
    }
}
