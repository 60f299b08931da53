package dev.sillage.reporting.aggregate;

import dev.sillage.footprint.FunctionalUnit;
import dev.sillage.reporting.intake.LogPosition;
import dev.sillage.reporting.intake.Received;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A footprint that is fit to be stored.
 *
 * @param at where it was read
 * @param origin where its activity stands, when the record says so
 * @param activity digest of tenant, source and id
 * @param source CloudEvents source of the activity
 * @param id CloudEvents id of the activity
 * @param dimensions its series
 * @param occurredAt when the activity ended, to the microsecond as PostgreSQL keeps it
 * @param acceptedAt when ingestion took it, likewise
 * @param footprintId of activity, methodology and factor set
 * @param subject pseudonym of the person or device, when one was sent
 * @param labels all labels as JSON, null when there are none
 * @param content digest of what the sender said, see {@link Content}
 * @param bounds its figures
 * @param functionalUnit what was delivered, when the footprint says so
 * @param inputs what it was computed from, when that was kept
 */
public record ReceivedFootprint(
        LogPosition at,
        @Nullable LogPosition origin,
        UUID activity,
        String source,
        String id,
        Dimensions dimensions,
        Instant occurredAt,
        Instant acceptedAt,
        UUID footprintId,
        @Nullable String subject,
        @Nullable String labels,
        long content,
        Bounds bounds,
        @Nullable FunctionalUnit functionalUnit,
        @Nullable Inputs inputs)
        implements Received {

    /** The same of that activity: what was erased keeps its place, but not the name that its digest was made of. */
    public ReceivedFootprint of(UUID otherActivity, String otherSource, String otherId) {
        return activity.equals(otherActivity)
                ? this
                : new ReceivedFootprint(
                        at,
                        origin,
                        otherActivity,
                        otherSource,
                        otherId,
                        dimensions,
                        occurredAt,
                        acceptedAt,
                        footprintId,
                        subject,
                        labels,
                        content,
                        bounds,
                        functionalUnit,
                        inputs);
    }
}
