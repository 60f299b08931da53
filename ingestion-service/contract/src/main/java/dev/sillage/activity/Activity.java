package dev.sillage.activity;

/**
 * What somebody did, in the units of that kind of activity: the {@code data} of an activity event without its labels.
 * The cases are listed in {@link ActivityKind}, one record each; the record's components are the JSON members, and
 * their annotations ({@link Count}, {@link Quantity}, {@link Text}, {@link Shares}) are the limits that
 * {@link Shape} reads. A component that may be absent is {@code @Nullable}; absent never means zero.
 *
 * <p>The records do not repeat the limits in code: the door checks them once, against the same {@link Shape}.
 */
public sealed interface Activity
        permits LlmInference,
                Embedding,
                ImageGeneration,
                VideoGeneration,
                ModelTraining,
                Compute,
                Storage,
                DataTransfer,
                VideoStreaming,
                VideoCall,
                SocialFeed,
                Email,
                WebPage,
                WebSearch,
                DeviceUse,
                Avoidance,
                Correction,
                Retraction {

    /** The kind of this activity, the same for every instance of a record. */
    default ActivityKind kind() {
        return ActivityKind.of(getClass());
    }
}
