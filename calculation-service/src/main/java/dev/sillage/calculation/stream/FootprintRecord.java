package dev.sillage.calculation.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sillage.footprint.FootprintEvent;
import dev.sillage.footprint.FootprintTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The record of a footprint, as {@link FootprintTopic} promises it. */
final class FootprintRecord {
    private static final Header CONTENT_TYPE = header(FootprintTopic.HEADER_CONTENT_TYPE, FootprintTopic.CONTENT_TYPE);
    private static final Header SPEC_VERSION = header(FootprintTopic.HEADER_SPEC_VERSION, FootprintTopic.SPEC_VERSION);
    private static final Header SOURCE = header(FootprintTopic.HEADER_SOURCE, FootprintTopic.SOURCE);
    private static final Header TYPE = header(FootprintTopic.HEADER_TYPE, FootprintTopic.TYPE);

    private FootprintRecord() {}

    static ProducerRecord<byte[], byte[]> of(ConsumerRecord<byte[], byte[]> activity, FootprintEvent event) {
        RecordHeaders headers = new RecordHeaders();
        headers.add(CONTENT_TYPE);
        headers.add(SPEC_VERSION);
        headers.add(header(FootprintTopic.HEADER_ID, event.id()));
        headers.add(SOURCE);
        headers.add(TYPE);
        headers.add(header(FootprintTopic.HEADER_TIME, event.time().toString()));
        headers.add(header(FootprintTopic.HEADER_TENANT, event.activity().tenant()));
        headers.add(Origin.of(activity));
        return new ProducerRecord<>(
                FootprintTopic.NAME,
                null,
                event.activity().key().getBytes(UTF_8),
                FootprintEncoder.encode(event),
                headers);
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }
}
