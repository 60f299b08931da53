package dev.sillage.calculation.stream;

import dev.sillage.calculation.result.RefusalReason;
import dev.sillage.footprint.FootprintTopic;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The record of an activity without a footprint: as it came, and beside it why, and from where. */
final class DeadLetter {
    private static final String CUT_SHORT = "; the activity is too large to be kept here, see the origin";

    private DeadLetter() {}

    /** Key, value and headers of the activity unchanged, plus reason, detail and origin. */
    static ProducerRecord<byte[], byte[]> of(
            ConsumerRecord<byte[], byte[]> activity, RefusalReason reason, String detail) {
        RecordHeaders headers = new RecordHeaders(activity.headers().toArray());
        explain(headers, activity, reason, detail);
        return new ProducerRecord<>(FootprintTopic.DEAD_LETTERS, null, activity.key(), activity.value(), headers);
    }

    /** The same without key, value and headers of the activity. */
    static ProducerRecord<byte[], byte[]> cutShort(
            ConsumerRecord<byte[], byte[]> activity, RefusalReason reason, String detail) {
        RecordHeaders headers = new RecordHeaders();
        explain(headers, activity, reason, detail + CUT_SHORT);
        return new ProducerRecord<byte[], byte[]>(
                FootprintTopic.DEAD_LETTERS, null, (byte[]) null, (byte[]) null, headers);
    }

    private static void explain(
            RecordHeaders headers, ConsumerRecord<byte[], byte[]> activity, RefusalReason reason, String detail) {
        headers.add(FootprintTopic.HEADER_REASON, reason.code().getBytes(StandardCharsets.UTF_8));
        headers.add(FootprintTopic.HEADER_DETAIL, detail.getBytes(StandardCharsets.UTF_8));
        headers.add(Origin.of(activity));
    }
}
