package dev.sillage.ingestion.series;

import dev.sillage.ingestion.publish.BrokerSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Opens the Kafka clients of an owner. */
@ApplicationScoped
class SeriesClients {
    static final String GROUP = "sillage-series";

    private static final int TRANSACTION_TIMEOUT_MILLIS = 10_000;
    private static final int REQUEST_TIMEOUT_MILLIS = 5_000;
    private static final int SESSION_TIMEOUT_MILLIS = 10_000;
    private static final int MAX_POLL_RECORDS = 100;
    private static final String READ_COMMITTED = "read_committed";
    private static final String EARLIEST = "earliest";

    private final BrokerSettings broker;

    SeriesClients(BrokerSettings broker) {
        this.broker = broker;
    }

    /** Of the observations, one owner for each partition. */
    KafkaConsumer<byte[], byte[]> observations() {
        Map<String, Object> config = consumer("sillage-series");
        config.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MILLIS);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_POLL_RECORDS);
        config.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Of the states, read as a whole. */
    KafkaConsumer<byte[], byte[]> states() {
        return states(Map.of());
    }

    KafkaConsumer<byte[], byte[]> states(Map<String, Object> differently) {
        Map<String, Object> config = consumer("sillage-series-states");
        config.putAll(differently);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Stores states and offsets together; the group fences it, so that its id need not be known again. */
    KafkaProducer<byte[], byte[]> transactions() {
        Map<String, Object> config = broker.of(ProducerConfig.configNames());
        config.put(ProducerConfig.CLIENT_ID_CONFIG, "sillage-series");
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "sillage-series-" + UUID.randomUUID());
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MILLIS);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, REQUEST_TIMEOUT_MILLIS);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private Map<String, Object> consumer(String clientId) {
        Map<String, Object> config = broker.of(ConsumerConfig.configNames());
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, EARLIEST);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, READ_COMMITTED);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 2 * REQUEST_TIMEOUT_MILLIS);
        return config;
    }
}
