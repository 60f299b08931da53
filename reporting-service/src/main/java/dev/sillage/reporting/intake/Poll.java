package dev.sillage.reporting.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * What one poll brought, or a part of it.
 *
 * @param records partition by partition, each in order of offsets
 * @param firsts the offset of the first of these records, per partition
 * @param nexts the offset that follows the last of these records, per partition
 */
record Poll(List<Received> records, Map<TopicPartition, Long> firsts, Map<TopicPartition, Long> nexts) {

    /** Reads each record; the reader answers with a {@link DeadLetter} for what it cannot read. */
    static Poll of(ConsumerRecords<byte[], byte[]> polled, Function<ConsumerRecord<byte[], byte[]>, Received> reader) {
        List<ConsumerRecord<byte[], byte[]>> unread = new ArrayList<>(polled.count());
        polled.forEach(unread::add);
        // Reading costs as much as storing, and while it lasts the database waits: on every core that there is.
        Poll poll = of(unread.parallelStream().map(reader).toList());
        // Markers of transactions take offsets without being records: what Kafka says comes next is past them.
        polled.nextOffsets().forEach((partition, next) -> poll.nexts.merge(partition, next.offset(), Math::max));
        poll.nexts.keySet().retainAll(poll.firsts.keySet());
        return poll;
    }

    private static Poll of(List<Received> records) {
        Map<TopicPartition, Long> firsts = new LinkedHashMap<>();
        Map<TopicPartition, Long> nexts = new HashMap<>();
        TopicPartition partition = null;
        for (Received record : records) {
            LogPosition at = record.at();
            if (partition == null || partition.partition() != at.partition()) {
                partition = at.topicPartition();
                firsts.put(partition, at.offset());
            }
            nexts.put(partition, at.offset() + 1);
        }
        return new Poll(records, firsts, nexts);
    }

    Set<TopicPartition> partitions() {
        return firsts.keySet();
    }

    /** Without the records that are stored already. */
    Poll from(Map<TopicPartition, Long> stored) {
        boolean nothingStored = firsts.entrySet().stream()
                .allMatch(first -> first.getValue() >= Objects.requireNonNull(stored.get(first.getKey())));
        return nothingStored
                ? this
                : part(record -> record.at().offset()
                        >= Objects.requireNonNull(stored.get(record.at().topicPartition())));
    }

    Poll without(TopicPartition partition) {
        return part(record -> !record.at().topicPartition().equals(partition));
    }

    Poll firstHalf() {
        return of(records.subList(0, records.size() / 2));
    }

    Poll secondHalf() {
        return of(records.subList(records.size() / 2, records.size()));
    }

    /** The same place in the log, but nothing of its content. */
    Poll refused(String reason, String detail) {
        return of(records.stream()
                .<Received>map(record -> DeadLetter.ofReporting(record.at(), null, reason, detail))
                .toList());
    }

    private Poll part(Predicate<Received> filter) {
        Poll part = of(records.stream().filter(filter).toList());
        part.nexts.replaceAll((partition, next) -> Objects.requireNonNull(nexts.get(partition)));
        return part;
    }
}
