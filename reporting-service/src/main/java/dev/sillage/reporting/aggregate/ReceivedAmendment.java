package dev.sillage.reporting.aggregate;

import dev.sillage.footprint.ActivityReference;
import dev.sillage.reporting.intake.LogPosition;
import dev.sillage.reporting.intake.Received;
import dev.sillage.reporting.intake.UnreadableException;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A correction or a retraction of an activity.
 *
 * @param at where it was read
 * @param origin where it stands among the activities, when the record says so
 * @param tenant whose activity
 * @param activity digest of the activity that is meant
 * @param amendment digest of the correction or retraction itself
 * @param acceptedAt when ingestion took it: of several the last one counts
 * @param occurredAt the time that it gives
 * @param replacement what takes the place of the footprint; null when the activity is taken back
 */
record ReceivedAmendment(
        LogPosition at,
        @Nullable LogPosition origin,
        String tenant,
        UUID activity,
        UUID amendment,
        Instant acceptedAt,
        Instant occurredAt,
        @Nullable ReceivedFootprint replacement)
        implements Received {

    /** The one that counts comes last. */
    static final Comparator<ReceivedAmendment> BY_PRECEDENCE =
            Comparator.comparing(ReceivedAmendment::acceptedAt).thenComparing(ReceivedAmendment::amendment);

    static ReceivedAmendment of(
            FootprintJson json, @Nullable ReceivedFootprint replacement, LogPosition at, @Nullable LogPosition origin)
            throws UnreadableException {
        ActivityReference activity = FootprintValue.activity(json);
        ActivityReference amendment = new ActivityReference(
                activity.tenant(), json.required("amendment.source"), json.required("amendment.id"));
        return new ReceivedAmendment(
                at,
                origin,
                activity.tenant(),
                activity.digest(),
                amendment.digest(),
                FootprintValue.time(json.required("acceptedAt"), "acceptedAt"),
                FootprintValue.time(json.required("time"), "time"),
                replacement);
    }

    /** Whether it takes the place of an amendment that took effect before; nothing takes the place of itself. */
    boolean isAfter(@Nullable Instant earlier, @Nullable UUID earlierAmendment) {
        if (earlier == null || earlierAmendment == null) {
            return true;
        }
        int byTime = acceptedAt.compareTo(earlier);
        return byTime != 0 ? byTime > 0 : amendment.compareTo(earlierAmendment) > 0;
    }
}
