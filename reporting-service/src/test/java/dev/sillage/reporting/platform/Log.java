package dev.sillage.reporting.platform;

import dev.sillage.footprint.FootprintEvent;
import dev.sillage.footprint.FootprintTopic;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;

/** The broker as a test uses it: publish, and wait until everything that was published is in the database. */
public final class Log implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final KafkaProducer<byte[], byte[]> producer;
    private final Admin admin;
    private final Tables tables;

    public Log(String servers, DataSource database) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers, "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        admin = Admin.create(Map.of("bootstrap.servers", servers));
        tables = new Tables(database);
    }

    /** Returns when all of them are in the report. */
    public static void report(String servers, DataSource database, Collection<FootprintEvent> footprints) {
        try (Log log = new Log(servers, database)) {
            log.publish(footprints.stream().map(Footprints::record).toList());
            log.awaitTaken(FootprintTopic.NAME);
        }
    }

    /** Returns when the broker has all of them. */
    public void publish(Collection<ProducerRecord<byte[], byte[]>> records) {
        List<Future<RecordMetadata>> sent = records.stream().map(producer::send).toList();
        for (Future<RecordMetadata> one : sent) {
            try {
                one.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Returns its offset when the broker has it. */
    public long publish(ProducerRecord<byte[], byte[]> record) {
        try {
            return producer.send(record)
                    .get(LIMIT.toSeconds(), TimeUnit.SECONDS)
                    .offset();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Deletes a topic and creates it again, empty. */
    public void makeAnew(String topic) {
        try {
            admin.deleteTopics(List.of(topic)).all().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        Awaitility.await("a new " + topic).atMost(LIMIT).ignoreExceptions().until(() -> {
            admin.createTopics(List.of(new NewTopic(topic, Platform.PARTITIONS, (short) 1)))
                    .all()
                    .get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            return true;
        });
        Awaitility.await("an empty " + topic).atMost(LIMIT).ignoreExceptions().until(() -> end(topic) == 0);
    }

    /** The number of records ever written to a topic. */
    public long end(String topic) {
        Map<TopicPartition, OffsetSpec> latest = IntStream.range(0, Platform.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        try {
            return admin.listOffsets(latest).all().get(30, TimeUnit.SECONDS).values().stream()
                    .mapToLong(offset -> offset.offset())
                    .sum();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until the report has taken everything that stands on a topic. */
    public void awaitTaken(String topic) {
        Awaitility.await("all of " + topic)
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() -> tables.number("SELECT coalesce(sum(next_offset), 0) FROM consumer_offset WHERE topic = '"
                                + topic + "'")
                        == end(topic));
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
