package dev.sillage.activity;

import java.util.Objects;

/**
 * New data for an event that was sent before. Time, subject and labels of the correction replace those of the event
 * meant.
 *
 * @param correctedSource {@code source} of the event meant
 * @param correctedId {@code id} of the event meant
 * @param correctedKind wire name of the kind of the event meant, which is also the kind of {@code replacement}
 * @param replacement the data as they should have been; never a correction or a retraction itself
 */
public record Correction(
        @Text(maxLength = 500) String correctedSource,
        @Text(maxLength = 500) String correctedId,
        @Text(maxLength = 40) String correctedKind,
        @Replacement(kindIn = "correctedKind") Activity replacement)
        implements Activity {

    public Correction {
        Objects.requireNonNull(replacement, "replacement");
    }
}
