package dev.sillage.reporting.avoided;

import dev.sillage.footprint.AvoidanceTopic;
import dev.sillage.footprint.FootprintTopic;
import dev.sillage.reporting.intake.BoundedText;
import dev.sillage.reporting.intake.DeadLetter;
import dev.sillage.reporting.intake.LogPosition;
import dev.sillage.reporting.intake.Received;
import dev.sillage.reporting.intake.UnreadableException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** From a record of {@code sillage.avoidances} to an avoidance that is fit to be stored, or to a dead letter. */
final class AvoidanceReading {
    private static final int MAX_HEADER_LENGTH = 512;
    private static final String NOT_AN_AVOIDANCE = "not-an-avoidance";

    private AvoidanceReading() {}

    /** Never throws: whatever is wrong with a record costs that record only. */
    static Received read(ConsumerRecord<byte[], byte[]> record) {
        LogPosition at = LogPosition.of(record);
        String tenant = header(record, FootprintTopic.HEADER_TENANT);
        String origin = header(record, FootprintTopic.HEADER_ORIGIN);
        LogPosition activity = origin == null ? null : LogPosition.parse(origin).orElse(null);
        try {
            return avoidance(record, at, activity, tenant);
        } catch (UnreadableException e) {
            return DeadLetter.ofReporting(at, tenant, e.reason(), e.detail()).of(activity, null);
        } catch (RuntimeException e) {
            return DeadLetter.ofReporting(at, tenant, NOT_AN_AVOIDANCE, "The record could not be understood.")
                    .of(activity, null);
        }
    }

    private static ReceivedAvoidance avoidance(
            ConsumerRecord<byte[], byte[]> record,
            LogPosition at,
            @Nullable LogPosition origin,
            @Nullable String tenant)
            throws UnreadableException {
        if (!AvoidanceTopic.TYPE.equals(header(record, FootprintTopic.HEADER_TYPE))) {
            throw new UnreadableException("unknown-type", "The header ce_type is not " + AvoidanceTopic.TYPE + ".");
        }
        if (record.value() == null) {
            throw new UnreadableException(NOT_AN_AVOIDANCE, "The record has no value.");
        }
        ReceivedAvoidance avoidance = new ReceivedAvoidance(at, origin, AvoidanceJson.read(record.value()));
        if (!avoidance.event().activity().tenant().equals(tenant)) {
            throw new UnreadableException("tenant-mismatch", "The header ce_tenant and the value name two tenants.");
        }
        return avoidance;
    }

    private static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return BoundedText.ofHeader(record.headers(), name, MAX_HEADER_LENGTH);
    }
}
