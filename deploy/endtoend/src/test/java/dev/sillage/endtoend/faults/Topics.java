package dev.sillage.endtoend.faults;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The topics as anybody can read and write them who reaches the broker. */
final class Topics implements AutoCloseable {
    static final String ACTIVITIES = "sillage.activities";
    static final String FOOTPRINTS = "sillage.footprints";
    static final String AVOIDANCES = "sillage.avoidances";
    static final String DEAD_LETTERS = "sillage.calculations.dlq";

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaProducer<byte[], byte[]> producer;
    private final List<Letter> letters = new ArrayList<>();
    private final Map<TopicPartition, Long> lettersRead = new HashMap<>();

    Topics(String bootstrapServers) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("acks", "all");
        settings.put("enable.auto.commit", "false");
        settings.put("default.api.timeout.ms", Long.toString(LIMIT.toMillis()));
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Puts something on the topic of activities that is none, once, however often the broker goes away. */
    Future<RecordMetadata> putNoActivity(String text) {
        return producer.send(new ProducerRecord<>(ACTIVITIES, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** How many records each partition of a topic has. */
    Map<TopicPartition, Long> ends(String topic) {
        return consumer.endOffsets(consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList());
    }

    /** Everything that the calculation ever set aside, copies included. */
    List<Letter> letters() {
        Map<TopicPartition, Long> ends = ends(DEAD_LETTERS);
        consumer.assign(ends.keySet());
        ends.keySet().forEach(partition -> consumer.seek(partition, lettersRead.getOrDefault(partition, 0L)));
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(DEAD_LETTERS + " cannot be read to its end");
            }
            for (ConsumerRecord<byte[], byte[]> letter : consumer.poll(POLL)) {
                letters.add(new Letter(
                        header(letter, "ce_source"), header(letter, "ce_id"), header(letter, "sillage_origin")));
            }
        }
        ends.keySet().forEach(partition -> lettersRead.put(partition, consumer.position(partition)));
        consumer.unsubscribe();
        return List.copyOf(letters);
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
        consumer.close();
    }

    /**
     * One dead letter.
     *
     * @param source of the event; empty when it has none
     * @param id likewise
     * @param origin topic, partition and offset of the event
     */
    record Letter(String source, String id, String origin) {}
}
