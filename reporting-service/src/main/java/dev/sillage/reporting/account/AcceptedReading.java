package dev.sillage.reporting.account;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sillage.access.Tenant;
import dev.sillage.activity.AcceptedCount;
import dev.sillage.activity.AcceptedTopic;
import dev.sillage.activity.Incarnation;
import dev.sillage.activity.TimeText;
import dev.sillage.reporting.intake.BoundedText;
import dev.sillage.reporting.intake.DeadLetter;
import dev.sillage.reporting.intake.LogPosition;
import dev.sillage.reporting.intake.Received;
import dev.sillage.reporting.intake.UnreadableException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** From a record of {@code sillage.accepted} to what it says, or to a dead letter. */
final class AcceptedReading {
    private static final int MAX_TEXT_LENGTH = 64;
    private static final int MAX_HEADER_LENGTH = 100;
    private static final String NOT_A_COUNT = "not-a-count";
    private static final Instant END = Instant.parse("9999-12-31T23:59:59Z");
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(8)
                            .maxStringLength(1024)
                            .maxDocumentLength(16 * 1024)
                            .build())
                    .build())
            .build();

    private AcceptedReading() {}

    /** Never throws: whatever is wrong with a record costs that record only. */
    static Received read(ConsumerRecord<byte[], byte[]> record) {
        LogPosition at = LogPosition.of(record);
        try {
            String type = BoundedText.ofHeader(record.headers(), AcceptedTopic.HEADER_TYPE, MAX_HEADER_LENGTH);
            JsonNode json = record.value() == null ? JSON.missingNode() : JSON.readTree(record.value());
            if (AcceptedTopic.TYPE_COUNT.equals(type)) {
                return new ReceivedCount(at, count(json));
            }
            if (AcceptedTopic.TYPE_INCARNATION.equals(type)) {
                return new ReceivedIncarnation(at, incarnation(json));
            }
            return DeadLetter.ofReporting(at, null, "unknown-type", "The header ce_type is none of the contract.");
        } catch (UnreadableException e) {
            return DeadLetter.ofReporting(at, null, e.reason(), e.detail());
        } catch (IOException | RuntimeException e) {
            return DeadLetter.ofReporting(at, null, NOT_A_COUNT, "The record could not be understood.");
        }
    }

    private static AcceptedCount count(JsonNode json) throws UnreadableException {
        Instant hour = time(json, "hour");
        if (!hour.equals(hour.truncatedTo(ChronoUnit.HOURS))) {
            throw new UnreadableException(NOT_A_COUNT, "The member hour is not the first moment of an hour.");
        }
        return new AcceptedCount(
                text(json, "incarnation"),
                number(json, "number"),
                new Tenant(text(json, "tenant")).name(),
                hour,
                number(json, "accepted"),
                number(json, "refused"),
                number(json, "uncertain"),
                json.path("complete").asBoolean(false));
    }

    private static Incarnation incarnation(JsonNode json) throws UnreadableException {
        return new Incarnation(
                text(json, "id"),
                time(json, "startedAt"),
                time(json, "seenAt"),
                Incarnation.State.ofWireName(text(json, "state"))
                        .orElseThrow(() ->
                                new UnreadableException(NOT_A_COUNT, "The member state is none of the contract.")));
    }

    private static String text(JsonNode json, String member) throws UnreadableException {
        String text = json.path(member).asText("");
        if (text.isEmpty() || text.length() > MAX_TEXT_LENGTH || !BoundedText.isClean(text)) {
            throw new UnreadableException(NOT_A_COUNT, "The member " + member + " is not a text of the contract.");
        }
        return text;
    }

    private static long number(JsonNode json, String member) throws UnreadableException {
        JsonNode number = json.path(member);
        if (!number.canConvertToExactIntegral() || !number.canConvertToLong() || number.longValue() < 0) {
            throw new UnreadableException(NOT_A_COUNT, "The member " + member + " is not a count.");
        }
        return number.longValue();
    }

    private static Instant time(JsonNode json, String member) throws UnreadableException {
        try {
            Instant time = TimeText.parse(text(json, member)).truncatedTo(ChronoUnit.MICROS);
            if (!time.isBefore(Instant.EPOCH) && !time.isAfter(END)) {
                return time;
            }
        } catch (DateTimeException e) {
            // Not a time at all; said below, together with one that is out of range.
        }
        throw new UnreadableException(NOT_A_COUNT, "The member " + member + " is not an RFC 3339 time from 1970 on.");
    }
}
