package dev.sillage.reporting.aggregate;

import dev.sillage.footprint.FootprintTopic;
import dev.sillage.reporting.intake.BoundedText;
import dev.sillage.reporting.intake.DeadLetter;
import dev.sillage.reporting.intake.LogPosition;
import dev.sillage.reporting.intake.Received;
import dev.sillage.reporting.intake.UnreadableException;
import dev.sillage.reporting.label.GroupableLabels;
import java.time.Instant;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** From a record of {@code sillage.footprints} to what is fit to be stored, or to a dead letter. */
final class FootprintReading {
    private static final int MAX_HEADER_LENGTH = 512;
    private static final Set<String> TYPES =
            Set.of(FootprintTopic.TYPE, FootprintTopic.TYPE_CORRECTION, FootprintTopic.TYPE_RETRACTION);

    private FootprintReading() {}

    /** Never throws: whatever is wrong with a record costs that record only. */
    static Received read(ConsumerRecord<byte[], byte[]> record, GroupableLabels groupable) {
        LogPosition at = LogPosition.of(record);
        String tenant = header(record, FootprintTopic.HEADER_TENANT);
        try {
            return received(record, at, tenant, groupable);
        } catch (UnreadableException e) {
            return refused(record, at, tenant, e.reason(), e.detail());
        } catch (RuntimeException e) {
            return refused(record, at, tenant, "not-a-footprint", "The record could not be understood.");
        }
    }

    private static DeadLetter refused(
            ConsumerRecord<byte[], byte[]> record,
            LogPosition at,
            @Nullable String tenant,
            String reason,
            String detail) {
        return DeadLetter.ofReporting(at, tenant, reason, detail).of(origin(record), occurredAt(record));
    }

    private static Received received(
            ConsumerRecord<byte[], byte[]> record, LogPosition at, @Nullable String tenant, GroupableLabels groupable)
            throws UnreadableException {
        String type = header(record, FootprintTopic.HEADER_TYPE);
        if (type == null || !TYPES.contains(type)) {
            throw new UnreadableException("unknown-type", "The header ce_type is none of the contract.");
        }
        if (record.value() == null) {
            throw new UnreadableException("not-a-footprint", "The record has no value.");
        }
        FootprintJson json = FootprintJson.read(record.value());
        if (!json.required("activity.tenant").equals(tenant)) {
            throw new UnreadableException("tenant-mismatch", "The header ce_tenant and the value name two tenants.");
        }
        LogPosition origin = origin(record);
        return switch (type) {
            case FootprintTopic.TYPE_CORRECTION ->
                ReceivedAmendment.of(json, FootprintValue.read(json, at, origin, groupable), at, origin);
            case FootprintTopic.TYPE_RETRACTION -> ReceivedAmendment.of(json, null, at, origin);
            default -> FootprintValue.read(json, at, origin, groupable);
        };
    }

    private static @Nullable LogPosition origin(ConsumerRecord<byte[], byte[]> record) {
        String text = header(record, FootprintTopic.HEADER_ORIGIN);
        return text == null ? null : LogPosition.parse(text).orElse(null);
    }

    private static @Nullable Instant occurredAt(ConsumerRecord<byte[], byte[]> record) {
        String text = header(record, FootprintTopic.HEADER_TIME);
        try {
            return text == null ? null : FootprintValue.time(text, FootprintTopic.HEADER_TIME);
        } catch (UnreadableException e) {
            return null;
        }
    }

    private static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return BoundedText.ofHeader(record.headers(), name, MAX_HEADER_LENGTH);
    }
}
