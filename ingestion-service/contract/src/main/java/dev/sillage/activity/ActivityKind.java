package dev.sillage.activity;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The kinds of activity that an event can report, each with its wire name and the record of its data. */
public enum ActivityKind {
    LLM_INFERENCE("llm-inference", LlmInference.class),
    EMBEDDING("embedding", Embedding.class),
    IMAGE_GENERATION("image-generation", ImageGeneration.class),
    VIDEO_GENERATION("video-generation", VideoGeneration.class),
    MODEL_TRAINING("model-training", ModelTraining.class),
    COMPUTE("compute", Compute.class),
    STORAGE("storage", Storage.class),
    DATA_TRANSFER("data-transfer", DataTransfer.class),
    VIDEO_STREAMING("video-streaming", VideoStreaming.class),
    VIDEO_CALL("video-call", VideoCall.class),
    SOCIAL_FEED("social-feed", SocialFeed.class),
    EMAIL("email", Email.class),
    WEB_PAGE("web-page", WebPage.class),
    WEB_SEARCH("web-search", WebSearch.class),
    DEVICE_USE("device-use", DeviceUse.class),
    AVOIDANCE("avoidance", Avoidance.class),
    CORRECTION("correction", Correction.class, new MeantMembers("correctedSource", "correctedId")),
    RETRACTION("retraction", Retraction.class, new MeantMembers("retractedSource", "retractedId"));

    private static final String TYPE_PREFIX = "dev.sillage.activity.";
    private static final String TYPE_SUFFIX = ".v1";

    private static final Map<String, ActivityKind> BY_TYPE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ActivityKind::type, Function.identity()));
    private static final Map<Class<? extends Activity>, ActivityKind> BY_RECORD = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(ActivityKind::recordType, Function.identity()));

    private final String wireName;
    private final Class<? extends Activity> recordType;
    private final Shape shape;
    private final @Nullable MeantMembers meant;

    ActivityKind(String wireName, Class<? extends Activity> recordType) {
        this(wireName, recordType, null);
    }

    ActivityKind(String wireName, Class<? extends Activity> recordType, @Nullable MeantMembers meant) {
        this.wireName = wireName;
        this.recordType = recordType;
        this.shape = Shape.of(recordType);
        this.meant = meant;
    }

    /** The name in reports and queries, for example {@code llm-inference}. */
    public String wireName() {
        return wireName;
    }

    /** The CloudEvents {@code type}, for example {@code dev.sillage.activity.llm-inference.v1}. */
    public String type() {
        return TYPE_PREFIX + wireName + TYPE_SUFFIX;
    }

    /** The record that holds the data of this kind. */
    public Class<? extends Activity> recordType() {
        return recordType;
    }

    /** Members and limits of the data of this kind, {@code labels} left out. */
    public Shape shape() {
        return shape;
    }

    /** Where the data name another event, for a kind that is about one: corrections and retractions. */
    public Optional<MeantMembers> meant() {
        return Optional.ofNullable(meant);
    }

    /** The kind of a CloudEvents {@code type}, or empty for a type that is not ours. */
    public static Optional<ActivityKind> ofType(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    /** The kind of a wire name, or empty for a name that is not ours. */
    public static Optional<ActivityKind> ofWireName(String wireName) {
        return ofType(TYPE_PREFIX + wireName + TYPE_SUFFIX);
    }

    static ActivityKind of(Class<? extends Activity> recordType) {
        ActivityKind kind = BY_RECORD.get(recordType);
        if (kind == null) {
            throw new IllegalStateException(recordType + " is not listed in ActivityKind");
        }
        return kind;
    }
}
