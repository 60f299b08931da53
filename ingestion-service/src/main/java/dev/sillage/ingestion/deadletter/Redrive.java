package dev.sillage.ingestion.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sillage.activity.ActivityTopic;
import dev.sillage.activity.ObservationTopic;
import dev.sillage.ingestion.publish.Redelivery;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * Sends letters again to the topic that they were set aside from. What comes of them has the identity of the first time,
 * so that sending twice counts once.
 */
final class Redrive {
    /** On what is sent again: the letter that it was. */
    static final String HEADER_REDRIVEN_FROM = "sillage_redrivenfrom";

    private static final String OWN_PREFIX = "sillage_";
    private static final Set<String> ORIGINS = Set.of(ActivityTopic.NAME, ObservationTopic.NAME);

    /** Letters have up to 1 MiB each; what is sent in one request is held at once. */
    private static final long MAX_BYTES = 8 * 1024 * 1024;

    private final Redelivery redelivery;
    private final int limit;
    private final List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();

    private long bytes;

    /**
     * @param limit how many letters it takes
     */
    Redrive(Redelivery redelivery, int limit) {
        this.redelivery = redelivery;
        this.limit = limit;
    }

    /** Whether it takes no more. */
    boolean isFull() {
        return records.size() >= limit || bytes >= MAX_BYTES;
    }

    int size() {
        return records.size();
    }

    /** Whether the letter still holds what was set aside, and says from where. */
    static boolean isPossible(ConsumerRecord<byte[], byte[]> letter) {
        return letter.key() != null && letter.value() != null && ORIGINS.contains(topic(letter));
    }

    void add(Stage stage, ConsumerRecord<byte[], byte[]> letter) {
        List<Header> headers = new ArrayList<>();
        for (Header header : letter.headers()) {
            if (!header.key().startsWith(OWN_PREFIX)) {
                headers.add(header);
            }
        }
        String id = new LetterId(stage, letter.partition(), letter.offset()).toString();
        headers.add(new RecordHeader(HEADER_REDRIVEN_FROM, id.getBytes(UTF_8)));
        bytes += letter.value().length;
        records.add(new ProducerRecord<>(topic(letter), null, letter.key(), letter.value(), headers));
    }

    /** Returns when all are durable. */
    void send() {
        redelivery.send(records);
    }

    private static String topic(ConsumerRecord<byte[], byte[]> letter) {
        String origin = Letter.header(letter.headers(), ActivityTopic.HEADER_ORIGIN);
        int end = origin == null ? -1 : origin.indexOf('/');
        return origin == null || end < 0 ? "" : origin.substring(0, end);
    }
}
