package dev.sillage.calculation.stream;

import dev.sillage.footprint.FootprintTopic;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Where an activity stands in its topic, so that every result can be followed back. */
final class Origin {
    private Origin() {}

    /** The header {@code topic/partition/offset}. */
    static Header of(ConsumerRecord<byte[], byte[]> activity) {
        String origin = activity.topic() + "/" + activity.partition() + "/" + activity.offset();
        return new RecordHeader(FootprintTopic.HEADER_ORIGIN, origin.getBytes(StandardCharsets.UTF_8));
    }
}
