package dev.sillage.footprint;

import java.time.Instant;
import java.util.Objects;

/**
 * An activity is taken back: it counts no more, whatever was known of it.
 *
 * @param activity the activity that is taken back
 * @param time the time of the retraction, as its sender gave it
 * @param acceptedAt when ingestion took the retraction
 * @param amendment the retraction itself, by which a copy of it is told from another one
 */
public record FootprintRetraction(
        ActivityReference activity, Instant time, Instant acceptedAt, ActivityReference amendment) {

    public FootprintRetraction {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(acceptedAt, "acceptedAt");
        activity.checkAmendedBy(amendment);
    }

    /** The CloudEvents id: the same for the same retraction. */
    public String id() {
        return amendment.digest().toString();
    }
}
