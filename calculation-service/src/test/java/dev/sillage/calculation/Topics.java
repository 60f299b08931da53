package dev.sillage.calculation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.ActivityTopic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;

/** What ingestion writes and what is found on the topics, through clients of the test's own. */
public final class Topics implements AutoCloseable {
    public static final String TENANT = "acme";
    public static final String SOURCE = "urn:test";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final String address;
    private final KafkaProducer<byte[], byte[]> producer;

    public Topics(String address) {
        this.address = address;
        Properties properties = new Properties();
        properties.put("bootstrap.servers", address);
        properties.put("acks", "all");
        properties.put("max.request.size", 2 << 20);
        properties.put("linger.ms", 20);
        properties.put("batch.size", 131_072);
        producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** An activity as ingestion writes it. */
    public static ProducerRecord<byte[], byte[]> activity(String id, ActivityKind kind, String data) {
        return activity(id, kind.type(), data.getBytes(UTF_8));
    }

    public static ProducerRecord<byte[], byte[]> activity(String id, String type, byte[] data) {
        byte[] key = (TENANT + "\u001f" + SOURCE + "\u001f" + id).getBytes(UTF_8);
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(ActivityTopic.NAME, key, data);
        header(record, ActivityTopic.HEADER_CONTENT_TYPE, ActivityTopic.CONTENT_TYPE);
        header(record, ActivityTopic.HEADER_SPEC_VERSION, ActivityTopic.SPEC_VERSION);
        header(record, ActivityTopic.HEADER_ID, id);
        header(record, ActivityTopic.HEADER_SOURCE, SOURCE);
        header(record, ActivityTopic.HEADER_TYPE, type);
        header(record, ActivityTopic.HEADER_TIME, "2026-11-23T10:15:30Z");
        header(record, ActivityTopic.HEADER_TENANT, TENANT);
        header(record, ActivityTopic.HEADER_ACCEPTED_AT, "2026-11-23T10:15:31.25Z");
        return record;
    }

    public static ProducerRecord<byte[], byte[]> header(
            ProducerRecord<byte[], byte[]> record, String name, String value) {
        record.headers().remove(name).add(name, value.getBytes(UTF_8));
        return record;
    }

    /** Returns when all are durable. */
    public List<RecordMetadata> publish(List<ProducerRecord<byte[], byte[]>> records) throws Exception {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (ProducerRecord<byte[], byte[]> record : records) {
            sent.add(producer.send(record));
        }
        producer.flush();
        List<RecordMetadata> metadata = new ArrayList<>();
        for (Future<RecordMetadata> each : sent) {
            metadata.add(each.get());
        }
        return metadata;
    }

    /** Reads a topic from its beginning until that many records fit. */
    public List<ConsumerRecord<byte[], byte[]>> await(
            String topic, int count, Predicate<ConsumerRecord<byte[], byte[]>> fits) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(topic)) {
            Awaitility.await().atMost(LIMIT).pollDelay(Duration.ZERO).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (fits.test(record)) {
                        found.add(record);
                    }
                });
                return found.size() >= count;
            });
        }
        return found;
    }

    /** Everything that the topic holds now and that fits. */
    public List<ConsumerRecord<byte[], byte[]>> now(String topic, Predicate<ConsumerRecord<byte[], byte[]>> fits) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(topic)) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions(topic));
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (fits.test(record)) {
                        found.add(record);
                    }
                });
            }
        }
        return found;
    }

    private KafkaConsumer<byte[], byte[]> consumer(String topic) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", address);
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(partitions(topic));
        consumer.seekToBeginning(partitions(topic));
        return consumer;
    }

    private static List<TopicPartition> partitions(String topic) {
        return IntStream.range(0, KafkaBroker.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    /** How many activities the service has not committed yet. */
    public long lag() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address));
                KafkaConsumer<byte[], byte[]> consumer = consumer(ActivityTopic.NAME)) {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets("sillage-calculation")
                    .partitionsToOffsetAndMetadata()
                    .get();
            return consumer.endOffsets(partitions(ActivityTopic.NAME)).entrySet().stream()
                    .mapToLong(end -> end.getValue()
                            - (committed.get(end.getKey()) == null
                                    ? 0
                                    : committed.get(end.getKey()).offset()))
                    .sum();
        } catch (Exception e) {
            throw new IllegalStateException("no offsets", e);
        }
    }

    /** The key of an activity and of its footprint. */
    public static String key(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.key(), UTF_8);
    }

    /** A predicate for records of activities whose id begins so. */
    public static Predicate<ConsumerRecord<byte[], byte[]>> idBegins(String prefix) {
        return record -> record.key() != null && key(record).startsWith(TENANT + "\u001f" + SOURCE + "\u001f" + prefix);
    }

    public static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    /** All headers in order, without those that begin so. */
    public static Map<String, String> headers(Headers headers, String exceptPrefix) {
        return Arrays.stream(headers.toArray())
                .filter(header -> exceptPrefix.isEmpty() || !header.key().startsWith(exceptPrefix))
                .collect(Collectors.toMap(header -> header.key(), header -> new String(header.value(), UTF_8)));
    }

    @Override
    public void close() {
        producer.close();
    }
}
