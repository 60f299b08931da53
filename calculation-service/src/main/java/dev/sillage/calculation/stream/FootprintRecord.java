package dev.sillage.calculation.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sillage.activity.ActivityTopic;
import dev.sillage.calculation.result.AmendmentEncoder;
import dev.sillage.calculation.result.AvoidanceEncoder;
import dev.sillage.calculation.result.FootprintEncoder;
import dev.sillage.footprint.ActivityReference;
import dev.sillage.footprint.AvoidanceEvent;
import dev.sillage.footprint.AvoidanceTopic;
import dev.sillage.footprint.FootprintCorrection;
import dev.sillage.footprint.FootprintEvent;
import dev.sillage.footprint.FootprintRetraction;
import dev.sillage.footprint.FootprintTopic;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The record of a result, as {@link FootprintTopic} and {@link AvoidanceTopic} promise it. */
final class FootprintRecord {
    private static final Header CONTENT_TYPE = header(FootprintTopic.HEADER_CONTENT_TYPE, FootprintTopic.CONTENT_TYPE);
    private static final Header SPEC_VERSION = header(FootprintTopic.HEADER_SPEC_VERSION, FootprintTopic.SPEC_VERSION);
    private static final Header SOURCE = header(FootprintTopic.HEADER_SOURCE, FootprintTopic.SOURCE);
    private static final Header TYPE = header(FootprintTopic.HEADER_TYPE, FootprintTopic.TYPE);
    private static final Header CORRECTION_TYPE = header(FootprintTopic.HEADER_TYPE, FootprintTopic.TYPE_CORRECTION);
    private static final Header RETRACTION_TYPE = header(FootprintTopic.HEADER_TYPE, FootprintTopic.TYPE_RETRACTION);
    private static final Header AVOIDANCE_TYPE = header(FootprintTopic.HEADER_TYPE, AvoidanceTopic.TYPE);

    private FootprintRecord() {}

    static ProducerRecord<byte[], byte[]> of(ConsumerRecord<byte[], byte[]> activity, FootprintEvent event) {
        return new ProducerRecord<>(
                FootprintTopic.NAME,
                null,
                event.activity().key().getBytes(UTF_8),
                FootprintEncoder.encode(event),
                headers(activity, TYPE, event.id(), event.time(), event.activity()));
    }

    static ProducerRecord<byte[], byte[]> of(ConsumerRecord<byte[], byte[]> activity, AvoidanceEvent event) {
        return new ProducerRecord<>(
                AvoidanceTopic.NAME,
                null,
                event.activity().key().getBytes(UTF_8),
                AvoidanceEncoder.encode(event),
                headers(activity, AVOIDANCE_TYPE, event.id(), event.time(), event.activity()));
    }

    static ProducerRecord<byte[], byte[]> of(ConsumerRecord<byte[], byte[]> activity, FootprintCorrection correction) {
        FootprintEvent footprint = correction.footprint();
        return new ProducerRecord<>(
                FootprintTopic.NAME,
                null,
                footprint.activity().key().getBytes(UTF_8),
                AmendmentEncoder.encode(correction),
                headers(activity, CORRECTION_TYPE, correction.id(), footprint.time(), footprint.activity()));
    }

    static ProducerRecord<byte[], byte[]> of(ConsumerRecord<byte[], byte[]> activity, FootprintRetraction retraction) {
        return new ProducerRecord<>(
                FootprintTopic.NAME,
                null,
                retraction.activity().key().getBytes(UTF_8),
                AmendmentEncoder.encode(retraction),
                headers(activity, RETRACTION_TYPE, retraction.id(), retraction.time(), retraction.activity()));
    }

    private static RecordHeaders headers(
            ConsumerRecord<byte[], byte[]> activity, Header type, String id, Instant time, ActivityReference of) {
        RecordHeaders headers = new RecordHeaders();
        headers.add(CONTENT_TYPE);
        headers.add(SPEC_VERSION);
        headers.add(header(FootprintTopic.HEADER_ID, id));
        headers.add(SOURCE);
        headers.add(type);
        headers.add(header(FootprintTopic.HEADER_TIME, time.toString()));
        headers.add(header(FootprintTopic.HEADER_TENANT, of.tenant()));
        headers.add(Origin.of(activity));
        carry(activity, ActivityTopic.HEADER_TRACE_PARENT, headers);
        carry(activity, ActivityTopic.HEADER_TRACE_STATE, headers);
        return headers;
    }

    private static void carry(ConsumerRecord<byte[], byte[]> activity, String name, RecordHeaders headers) {
        Header carried = activity.headers().lastHeader(name);
        if (carried != null) {
            headers.add(carried);
        }
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }
}
