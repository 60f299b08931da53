package dev.sillage.activity;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One activity as it was accepted: who, when, labelled how, and what.
 *
 * @param identity what makes it the same event when it comes again
 * @param time when the activity ended
 * @param acceptedAt when ingestion took it
 * @param subject pseudonym of a user or device, when the sender gives one
 * @param labels at most {@link Labels#MAX_COUNT}, in the sender's order
 * @param data what was done
 */
public record ActivityEvent(
        ActivityIdentity identity,
        Instant time,
        Instant acceptedAt,
        @Nullable String subject,
        Map<String, String> labels,
        Activity data) {

    public ActivityEvent {
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(acceptedAt, "acceptedAt");
        Objects.requireNonNull(data, "data");
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }
}
