package dev.sillage.footprint;

/**
 * The topic that footprints travel on, as CloudEvents 1.0 in Kafka binary mode: attributes in {@code ce_} headers, the
 * footprint as JSON in the value, {@link ActivityReference#key} as the key.
 */
public final class FootprintTopic {
    public static final String NAME = "sillage.footprints";

    /** Activities of which no footprint could be computed, with the reason in the headers. */
    public static final String DEAD_LETTERS = "sillage.calculations.dlq";

    public static final String TYPE = "dev.sillage.footprint.v1";

    /** A {@link FootprintCorrection}: the members of a footprint, and {@code amendment}. */
    public static final String TYPE_CORRECTION = "dev.sillage.footprint.correction.v1";

    /** A {@link FootprintRetraction}. */
    public static final String TYPE_RETRACTION = "dev.sillage.footprint.retraction.v1";

    public static final String SOURCE = "urn:sillage:calculation";
    public static final String SPEC_VERSION = "1.0";
    public static final String CONTENT_TYPE = "application/json";

    public static final String HEADER_CONTENT_TYPE = "content-type";
    public static final String HEADER_SPEC_VERSION = "ce_specversion";
    public static final String HEADER_ID = "ce_id";
    public static final String HEADER_SOURCE = "ce_source";
    public static final String HEADER_TYPE = "ce_type";
    public static final String HEADER_TIME = "ce_time";

    /** Our extension attribute: whose activity it was. */
    public static final String HEADER_TENANT = "ce_tenant";

    /** On dead letters, beside the headers of the activity itself: a stable code. */
    public static final String HEADER_REASON = "sillage_reason";

    /** On dead letters: what was wrong, in a sentence, without any content of the event. */
    public static final String HEADER_DETAIL = "sillage_detail";

    /** On dead letters: topic, partition and offset of the activity, as {@code topic/partition/offset}. */
    public static final String HEADER_ORIGIN = "sillage_origin";

    private FootprintTopic() {}
}
