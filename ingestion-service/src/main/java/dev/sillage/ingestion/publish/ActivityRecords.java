package dev.sillage.ingestion.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sillage.access.Tenant;
import dev.sillage.activity.ActivityIdentity;
import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.ActivityTopic;
import dev.sillage.ingestion.check.CheckedEvent;
import dev.sillage.ingestion.check.Extension;
import dev.sillage.ingestion.check.Meant;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** Writes the events of one request as CloudEvents in Kafka binary mode; what they share is encoded once. */
final class ActivityRecords {
    private static final String ATTRIBUTE_PREFIX = "ce_";
    private static final String HEADER_DATA_SCHEMA = ATTRIBUTE_PREFIX + "dataschema";
    private static final Header CONTENT_TYPE = header(ActivityTopic.HEADER_CONTENT_TYPE, ActivityTopic.CONTENT_TYPE);
    private static final Header SPEC_VERSION = header(ActivityTopic.HEADER_SPEC_VERSION, ActivityTopic.SPEC_VERSION);
    private static final Map<ActivityKind, Header> TYPES = new EnumMap<>(ActivityKind.class);

    static {
        for (ActivityKind kind : ActivityKind.values()) {
            TYPES.put(kind, header(ActivityTopic.HEADER_TYPE, kind.type()));
        }
    }

    private final String topic;
    private final String tenant;
    private final Header tenantHeader;
    private final Instant acceptedAt;
    private final Header acceptedAtHeader;
    private final Map<Meant, Integer> amendments = new HashMap<>(0);

    private final List<Header> trace = new ArrayList<>(0);

    ActivityRecords(String topic, Tenant tenant, Instant acceptedAt, @Nullable TraceContext traceContext) {
        this.topic = topic;
        this.tenant = tenant.name();
        this.tenantHeader = header(ActivityTopic.HEADER_TENANT, tenant.name());
        this.acceptedAt = acceptedAt;
        this.acceptedAtHeader = header(ActivityTopic.HEADER_ACCEPTED_AT, acceptedAt.toString());
        if (traceContext != null) {
            trace.add(header(ActivityTopic.HEADER_TRACE_PARENT, traceContext.parent()));
            if (traceContext.state() != null) {
                trace.add(header(ActivityTopic.HEADER_TRACE_STATE, traceContext.state()));
            }
        }
    }

    ProducerRecord<byte[], byte[]> of(CheckedEvent event) {
        byte[] key = keyed(event).key().getBytes(UTF_8);
        List<Header> headers = new ArrayList<>(10);
        headers.add(CONTENT_TYPE);
        headers.add(SPEC_VERSION);
        headers.add(header(ActivityTopic.HEADER_ID, event.id()));
        headers.add(header(ActivityTopic.HEADER_SOURCE, event.source()));
        headers.add(Objects.requireNonNull(TYPES.get(event.kind())));
        headers.add(header(ActivityTopic.HEADER_TIME, event.time().toString()));
        headers.add(tenantHeader);
        headers.add(event.meant() == null ? acceptedAtHeader : acceptedAtInOrder(event.meant()));
        if (event.subject() != null) {
            headers.add(header(ActivityTopic.HEADER_SUBJECT, event.subject()));
        }
        if (event.dataSchema() != null) {
            headers.add(header(HEADER_DATA_SCHEMA, event.dataSchema()));
        }
        for (Extension extension : event.extensions()) {
            headers.add(header(ATTRIBUTE_PREFIX + extension.name(), extension.value()));
        }
        headers.addAll(trace);
        return new ProducerRecord<>(topic, null, key, event.data().copy(), headers);
    }

    /** What the record lies on a partition with: a correction or retraction comes after the event that it means. */
    private ActivityIdentity keyed(CheckedEvent event) {
        Meant meant = event.meant();
        return meant == null
                ? new ActivityIdentity(tenant, event.source(), event.id())
                : new ActivityIdentity(tenant, meant.source(), meant.id());
    }

    /** Of several that mean the same event the last accepted counts: those of one request are a microsecond apart. */
    private Header acceptedAtInOrder(Meant meant) {
        int before = amendments.merge(meant, 1, Integer::sum) - 1;
        return before == 0
                ? acceptedAtHeader
                : header(
                        ActivityTopic.HEADER_ACCEPTED_AT,
                        acceptedAt.plus(before, ChronoUnit.MICROS).toString());
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }
}
