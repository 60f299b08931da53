package dev.sillage.reporting.intake;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Where one record stands.
 *
 * @param topic its topic
 * @param partition its partition
 * @param offset its offset there
 */
public record LogPosition(String topic, int partition, long offset) {

    /** Longer than any topic name, partition and offset together. */
    private static final int MAX_LENGTH = 300;

    public static LogPosition of(ConsumerRecord<?, ?> record) {
        return new LogPosition(record.topic(), record.partition(), record.offset());
    }

    /** Reads {@code topic/partition/offset}, the form of {@code sillage_origin}; empty for anything else. */
    public static Optional<LogPosition> parse(String text) {
        int second = text.lastIndexOf('/');
        int first = text.lastIndexOf('/', second - 1);
        if (first < 1 || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            int partition = Integer.parseInt(text.substring(first + 1, second));
            long offset = Long.parseLong(text.substring(second + 1));
            return partition < 0 || offset < 0
                    ? Optional.empty()
                    : Optional.of(new LogPosition(text.substring(0, first), partition, offset));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    TopicPartition topicPartition() {
        return new TopicPartition(topic, partition);
    }
}
