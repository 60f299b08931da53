package dev.sillage.calculation.result;

import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.ActivityWarning;
import dev.sillage.footprint.ActivityReference;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is told of an activity beside its data, and its result needs.
 *
 * @param activity which activity, of whom
 * @param kind what was done
 * @param time when the activity ended
 * @param acceptedAt when ingestion took it
 * @param subject pseudonym of the person or device, when there is one
 * @param warnings what ingestion had to assume
 */
public record Attributes(
        ActivityReference activity,
        ActivityKind kind,
        Instant time,
        Instant acceptedAt,
        @Nullable String subject,
        List<ActivityWarning> warnings) {

    /** The same told of another activity of the same tenant. */
    public Attributes of(String source, String id, ActivityKind otherKind) {
        return new Attributes(
                new ActivityReference(activity.tenant(), source, id), otherKind, time, acceptedAt, subject, warnings);
    }
}
