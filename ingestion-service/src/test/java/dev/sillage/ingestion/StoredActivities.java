package dev.sillage.ingestion;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads back what is on the topic at this moment; never waits for more. */
public final class StoredActivities {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private StoredActivities() {}

    /** The records of one CloudEvents source by their id, which must not occur twice. */
    public static Map<String, ConsumerRecord<byte[], byte[]>> ofSource(String source) {
        Map<String, ConsumerRecord<byte[], byte[]>> byId = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : all()) {
            if (source.equals(header(record, "ce_source"))) {
                if (byId.put(header(record, "ce_id"), record) != null) {
                    throw new AssertionError("stored twice: " + header(record, "ce_id"));
                }
            }
        }
        return byId;
    }

    public static List<ConsumerRecord<byte[], byte[]>> all() {
        return all("sillage.activities");
    }

    public static List<ConsumerRecord<byte[], byte[]>> all(String topic) {
        Map<String, Object> config = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long deadline = System.nanoTime() + LIMIT.toNanos();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                if (System.nanoTime() - deadline > 0) {
                    throw new AssertionError(topic + " could not be read within " + LIMIT);
                }
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    /** The value of the only header of that name, or null when there is none. */
    public static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        List<Header> headers = StreamSupport.stream(
                        record.headers().headers(name).spliterator(), false)
                .toList();
        if (headers.size() > 1) {
            throw new AssertionError("header occurs twice: " + name);
        }
        return headers.isEmpty() || headers.get(0).value() == null
                ? null
                : new String(headers.get(0).value(), StandardCharsets.UTF_8);
    }
}
