package dev.sillage.calculation.stream;

import static dev.sillage.activity.ActivityTopic.HEADER_ACCEPTED_AT;
import static dev.sillage.activity.ActivityTopic.HEADER_ID;
import static dev.sillage.activity.ActivityTopic.HEADER_SOURCE;
import static dev.sillage.activity.ActivityTopic.HEADER_TENANT;
import static dev.sillage.activity.ActivityTopic.HEADER_TIME;
import static dev.sillage.activity.ActivityTopic.HEADER_TYPE;
import static dev.sillage.activity.ActivityTopic.HEADER_WARNINGS;

import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.ActivityWarning;
import dev.sillage.footprint.ActivityReference;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The CloudEvents attributes of an activity that its footprint needs, from the {@code ce_} headers of its record.
 *
 * @param activity which activity, of whom
 * @param kind from the type
 * @param time when the activity ended
 * @param acceptedAt when ingestion took it
 * @param warnings what ingestion had to assume
 */
record Attributes(
        ActivityReference activity,
        ActivityKind kind,
        Instant time,
        Instant acceptedAt,
        List<ActivityWarning> warnings) {
    /** RFC 3339 has years of four digits; {@link Instant} would read longer ones too. */
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");

    private static final Instant END = Instant.parse("9999-12-31T23:59:59.999999999Z");

    /** One pass over the headers; of a header that occurs twice the last counts, as everywhere in Kafka. */
    static Attributes of(Headers headers) throws DeadLetterException {
        byte @Nullable [] tenant = null;
        byte @Nullable [] source = null;
        byte @Nullable [] id = null;
        byte @Nullable [] type = null;
        byte @Nullable [] time = null;
        byte @Nullable [] acceptedAt = null;
        List<ActivityWarning> warnings = List.of();
        for (Header header : headers) {
            switch (header.key()) {
                case HEADER_TENANT -> tenant = header.value();
                case HEADER_SOURCE -> source = header.value();
                case HEADER_ID -> id = header.value();
                case HEADER_TYPE -> type = header.value();
                case HEADER_TIME -> time = header.value();
                case HEADER_ACCEPTED_AT -> acceptedAt = header.value();
                case HEADER_WARNINGS -> warnings = warnings(header.value());
                default -> {
                    // Other extension attributes do not change a footprint.
                }
            }
        }
        ActivityKind kind = ActivityKind.ofType(text(HEADER_TYPE, type))
                .orElseThrow(() -> new DeadLetterException(
                        DeadLetterReason.UNKNOWN_TYPE, "the type of the event is not a kind of activity"));
        return new Attributes(
                new ActivityReference(text(HEADER_TENANT, tenant), text(HEADER_SOURCE, source), text(HEADER_ID, id)),
                kind,
                instant(HEADER_TIME, time),
                instant(HEADER_ACCEPTED_AT, acceptedAt),
                warnings);
    }

    private static List<ActivityWarning> warnings(byte @Nullable [] value) {
        return value == null ? List.of() : ActivityWarning.read(new String(value, StandardCharsets.UTF_8));
    }

    private static String text(String name, byte @Nullable [] value) throws DeadLetterException {
        if (value == null || value.length == 0) {
            throw new DeadLetterException(DeadLetterReason.MISSING_ATTRIBUTE, "the header " + name + " is missing");
        }
        String text = new String(value, StandardCharsets.UTF_8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // A replaced character would make two identities one, a control character would move their borders.
            boolean replaced = c == '\ufffd' && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), value);
            if (c < ' ' || replaced) {
                throw new DeadLetterException(
                        DeadLetterReason.INVALID_VALUE,
                        "the header " + name + " is not UTF-8 text without control characters");
            }
        }
        return text;
    }

    private static Instant instant(String name, byte @Nullable [] value) throws DeadLetterException {
        try {
            Instant instant = Instant.parse(text(name, value));
            if (!instant.isBefore(FIRST) && !instant.isAfter(END)) {
                return instant;
            }
        } catch (DateTimeException e) {
            // Answered below: the message of the exception would repeat the content.
        }
        throw new DeadLetterException(
                DeadLetterReason.INVALID_VALUE, "the header " + name + " is not an RFC 3339 time in UTC");
    }
}
