package dev.sillage.activity;

/**
 * The topic that accepted activities travel on, as CloudEvents 1.0 in Kafka binary mode: attributes in {@code ce_}
 * headers, the sender's {@code data} byte for byte in the value, {@link ActivityIdentity#key} as the key; a correction or
 * retraction has the key of the event that it means.
 */
public final class ActivityTopic {
    public static final String NAME = "sillage.activities";

    /** Activities that were accepted but can never be published as they are. */
    public static final String DEAD_LETTERS = "sillage.activities.dlq";

    public static final String SPEC_VERSION = "1.0";
    public static final String CONTENT_TYPE = "application/json";

    public static final String HEADER_CONTENT_TYPE = "content-type";
    public static final String HEADER_SPEC_VERSION = "ce_specversion";
    public static final String HEADER_ID = "ce_id";
    public static final String HEADER_SOURCE = "ce_source";
    public static final String HEADER_TYPE = "ce_type";
    public static final String HEADER_TIME = "ce_time";
    public static final String HEADER_SUBJECT = "ce_subject";

    /** Our extension attribute: the tenant of the credential. A sender cannot set it. */
    public static final String HEADER_TENANT = "ce_tenant";

    /** Our extension attribute: when ingestion took the event, RFC 3339 in UTC. A sender cannot set it. */
    public static final String HEADER_ACCEPTED_AT = "ce_acceptedat";

    /** Our extension attribute: {@link ActivityWarning}s, when there are any. */
    public static final String HEADER_WARNINGS = "ce_warnings";

    /** W3C Trace Context of the request that brought the activity, when the sender sampled it; footprints repeat it. */
    public static final String HEADER_TRACE_PARENT = "traceparent";

    /** What vendors add to {@link #HEADER_TRACE_PARENT}; never without it. */
    public static final String HEADER_TRACE_STATE = "tracestate";

    /** On dead letters: the code of the reason. */
    public static final String HEADER_REASON = "sillage_reason";

    /** On dead letters: what is wrong, in words. */
    public static final String HEADER_DETAIL = "sillage_detail";

    /** On dead letters: {@code topic/partition/offset} of the record that was set aside. */
    public static final String HEADER_ORIGIN = "sillage_origin";

    private ActivityTopic() {}
}
