package dev.sillage.reporting.aggregate;

import dev.sillage.activity.TimeText;
import dev.sillage.footprint.ActivityReference;
import dev.sillage.footprint.Tier;
import dev.sillage.reporting.intake.BoundedText;
import dev.sillage.reporting.intake.LogPosition;
import dev.sillage.reporting.intake.UnreadableException;
import dev.sillage.reporting.label.GroupableLabels;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From the value of a footprint to one that is fit to be stored. */
public final class FootprintValue {
    /** Of the pseudonym of a person: as long as a door takes one, for cut off it could stand for two. */
    public static final int MAX_SUBJECT_LENGTH = 500;

    private static final int MAX_DIMENSION_LENGTH = 200;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;

    private FootprintValue() {}

    /**
     * Reads a footprint.
     *
     * @param at where it was read
     * @param origin where its activity stands, when that is known
     * @param groupable which labels are dimensions, beside those that always are
     * @throws UnreadableException when it is not a footprint within the limits of the contract
     */
    public static ReceivedFootprint read(
            byte[] value, LogPosition at, @Nullable LogPosition origin, GroupableLabels groupable)
            throws UnreadableException {
        return read(FootprintJson.read(value), at, origin, groupable);
    }

    static ReceivedFootprint read(
            FootprintJson json, LogPosition at, @Nullable LogPosition origin, GroupableLabels groupable)
            throws UnreadableException {
        ActivityReference activity = activity(json);
        if (json.figures().isEmpty()) {
            throw new UnreadableException("no-figures", "The footprint has no figure that could be stored.");
        }
        Dimensions dimensions = dimensions(json, activity.tenant(), groupable);
        Instant occurredAt = time(json.required("time"), "time");
        String labels = labels(json.labels());
        String subject = json.optional("subject");
        return new ReceivedFootprint(
                at,
                origin,
                activity.digest(),
                activity.source(),
                activity.id(),
                dimensions,
                occurredAt,
                time(json.required("acceptedAt"), "acceptedAt"),
                activity.footprintDigest(dimensions.methodology(), dimensions.factorSet()),
                subject.isEmpty() ? null : BoundedText.of(subject, MAX_SUBJECT_LENGTH),
                labels,
                Content.digest(dimensions.kind(), occurredAt, labels, json.inputs()),
                new Bounds(json.figures()),
                json.functionalUnit(),
                json.inputs());
    }

    static ActivityReference activity(FootprintJson json) throws UnreadableException {
        return new ActivityReference(
                json.required("activity.tenant"), json.required("activity.source"), json.required("activity.id"));
    }

    private static Dimensions dimensions(FootprintJson json, String tenant, GroupableLabels groupable)
            throws UnreadableException {
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
                json.functionalUnit() == null ? "" : json.functionalUnit().unit(),
                BoundedText.of(json.optional("region"), MAX_DIMENSION_LENGTH),
                groupable.among(labels));
    }

    /** To the microsecond, cut: rounded up, an activity could fall into another minute than its ledger row. */
    static Instant time(String text, String member) throws UnreadableException {
        try {
            Instant time = TimeText.parse(text).truncatedTo(ChronoUnit.MICROS);
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

    private static @Nullable String labels(Map<String, String> labels) {
        return labels.isEmpty() ? null : LabelText.of(labels);
    }
}
