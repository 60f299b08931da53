package dev.sillage.reporting.aggregate;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.sillage.footprint.ActivityReference;
import dev.sillage.footprint.FootprintTopic;
import dev.sillage.footprint.Tier;
import dev.sillage.reporting.intake.BoundedText;
import dev.sillage.reporting.intake.DeadLetter;
import dev.sillage.reporting.intake.LogPosition;
import dev.sillage.reporting.intake.Received;
import dev.sillage.reporting.intake.Rfc3339;
import dev.sillage.reporting.intake.UnreadableException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** From a record of {@code sillage.footprints} to a footprint that is fit to be stored, or to a dead letter. */
final class FootprintReading {
    private static final int MAX_HEADER_LENGTH = 512;
    private static final int MAX_DIMENSION_LENGTH = 200;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;

    private FootprintReading() {}

    /** Never throws: whatever is wrong with a record costs that record only. */
    static Received read(ConsumerRecord<byte[], byte[]> record) {
        LogPosition at = LogPosition.of(record);
        String tenant = header(record, FootprintTopic.HEADER_TENANT);
        try {
            return footprint(record, at, tenant);
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

    private static ReceivedFootprint footprint(
            ConsumerRecord<byte[], byte[]> record, LogPosition at, @Nullable String tenant) throws UnreadableException {
        if (!FootprintTopic.TYPE.equals(header(record, FootprintTopic.HEADER_TYPE))) {
            throw new UnreadableException("unknown-type", "The header ce_type is not " + FootprintTopic.TYPE + ".");
        }
        if (record.value() == null) {
            throw new UnreadableException("not-a-footprint", "The record has no value.");
        }
        FootprintJson json = FootprintJson.read(record.value());
        ActivityReference activity = new ActivityReference(
                json.required("activity.tenant"), json.required("activity.source"), json.required("activity.id"));
        if (!activity.tenant().equals(tenant)) {
            throw new UnreadableException("tenant-mismatch", "The header ce_tenant and the value name two tenants.");
        }
        if (json.figures().isEmpty()) {
            throw new UnreadableException("no-figures", "The footprint has no figure that could be stored.");
        }
        Dimensions dimensions = dimensions(json, activity.tenant());
        Instant occurredAt = time(json.required("time"), "time");
        String labels = labels(json.labels());
        return new ReceivedFootprint(
                at,
                origin(record),
                activity.digest(),
                activity.source(),
                activity.id(),
                dimensions,
                occurredAt,
                time(json.required("acceptedAt"), "acceptedAt"),
                activity.footprintId(dimensions.methodology(), dimensions.factorSet()),
                labels,
                Content.digest(dimensions.kind(), occurredAt, labels, json.inputs()),
                new Bounds(json.figures()),
                json.functionalUnit(),
                json.inputs());
    }

    private static Dimensions dimensions(FootprintJson json, String tenant) throws UnreadableException {
        Tier tier = Tier.ofWireName(json.required("tier"))
                .orElseThrow(() -> new UnreadableException("bad-tier", "The tier is none of the contract."));
        Map<String, String> labels = json.labels();
        return new Dimensions(
                tenant,
                BoundedText.of(json.required("kind"), MAX_DIMENSION_LENGTH),
                BoundedText.of(json.optional("provider"), MAX_DIMENSION_LENGTH),
                BoundedText.of(json.optional("model"), MAX_DIMENSION_LENGTH),
                BoundedText.of(json.optional("zone"), MAX_DIMENSION_LENGTH),
                labels.getOrDefault("team", ""),
                labels.getOrDefault("project", ""),
                labels.getOrDefault("application", ""),
                labels.getOrDefault("environment", ""),
                BoundedText.of(json.required("methodology"), MAX_DIMENSION_LENGTH),
                BoundedText.of(json.required("factorSet"), MAX_DIMENSION_LENGTH),
                tier,
                String.join(" ", json.warnings()),
                json.functionalUnit() == null ? "" : json.functionalUnit().unit());
    }

    private static @Nullable LogPosition origin(ConsumerRecord<byte[], byte[]> record) {
        String text = header(record, FootprintTopic.HEADER_ORIGIN);
        return text == null ? null : LogPosition.parse(text).orElse(null);
    }

    /** To the microsecond, cut: rounded up, an activity could fall into another minute than its ledger row. */
    private static Instant time(String text, String member) throws UnreadableException {
        try {
            Instant time = Rfc3339.parse(text).truncatedTo(ChronoUnit.MICROS);
            int year = time.atOffset(ZoneOffset.UTC).getYear();
            if (year >= FIRST_YEAR && year <= LAST_YEAR) {
                return time;
            }
        } catch (DateTimeException e) {
            // Not a time at all; said below, together with one that is out of range.
        }
        throw new UnreadableException(
                "bad-time", "The member " + member + " is not an RFC 3339 time from " + FIRST_YEAR + " on.");
    }

    private static @Nullable Instant occurredAt(ConsumerRecord<byte[], byte[]> record) {
        String text = header(record, FootprintTopic.HEADER_TIME);
        try {
            return text == null ? null : time(text, FootprintTopic.HEADER_TIME);
        } catch (UnreadableException e) {
            return null;
        }
    }

    private static @Nullable String labels(Map<String, String> labels) {
        if (labels.isEmpty()) {
            return null;
        }
        JsonStringEncoder encoder = JsonStringEncoder.getInstance();
        StringBuilder json = new StringBuilder();
        labels.forEach((name, value) -> {
            json.append(json.isEmpty() ? "{\"" : ",\"");
            encoder.quoteAsString(name, json);
            json.append("\":\"");
            encoder.quoteAsString(value, json);
            json.append('"');
        });
        return json.append('}').toString();
    }

    private static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return BoundedText.ofHeader(record.headers(), name, MAX_HEADER_LENGTH);
    }
}
