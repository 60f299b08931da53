package dev.sillage.local.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.activity.ActivityTopic;
import dev.sillage.footprint.OwnFactorTopic;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database and the broker, really started. */
class StorageTest {
    @TempDir
    private Path directory;

    @Test
    void brokerAndDatabaseKeepTheirDataOverARestartOnOtherPorts() throws Exception {
        try (DataDirectory data = DataDirectory.open(directory)) {
            try (Children children = Children.guarded(data.run())) {
                Ports ports = Ports.free();
                Database database = new Database(children, data, ports.database());
                Broker broker = new Broker(children, data, ports.broker(), ports.controller());
                database.start();
                broker.start();
                try (var connection = database.connect();
                        var statement = connection.createStatement()) {
                    statement.execute("create table kept (value int)");
                    statement.execute("insert into kept values (42)");
                }
                send(broker, "kept");
                assertTopicsAreAsAgreed(broker);
            }

            try (Children children = Children.guarded(data.run())) {
                Ports others = Ports.free();
                Database database = new Database(children, data, others.database());
                Broker broker = new Broker(children, data, others.broker(), others.controller());
                database.start();
                broker.start();
                assertThat(number(database, "select value from kept")).isEqualTo(42);
                assertThat(read(broker)).containsExactly("kept");

                database.stopImmediately();
                broker.kill();
                assertThat(database.isAlive()).isFalse();
                database.start();
                broker.start();
                assertThat(number(database, "select value from kept")).isEqualTo(42);
                assertThat(read(broker)).containsExactly("kept");
            }
        }
    }

    @Test
    void theUserOfTheDatabaseIsNoSuperuserAndNobodyEntersWithoutThePassword() throws Exception {
        try (DataDirectory data = DataDirectory.open(directory);
                Children children = Children.guarded(data.run())) {
            Database database = new Database(children, data, Ports.free().database());
            database.start();

            assertThat(number(database, "select count(*) from pg_roles where rolname = current_user and rolsuper"))
                    .isZero();
            assertThat(number(database, "select count(*) from pg_settings where name = 'fsync' and setting = 'on'"))
                    .isOne();
            assertThat(catchThrowable(database.jdbcUrl())).hasMessageContaining("password");
        }
    }

    private static Throwable catchThrowable(String url) {
        return org.assertj.core.api.Assertions.catchThrowable(
                () -> java.sql.DriverManager.getConnection(url, Database.NAME, "guessed"));
    }

    private static int number(Database database, String query) throws Exception {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void assertTopicsAreAsAgreed(Broker broker) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            var descriptions =
                    admin.describeTopics(Topics.NAMES).allTopicNames().get();
            assertThat(descriptions.values()).hasSize(9).allSatisfy(topic -> assertThat(topic.partitions())
                    .hasSize(topic.name().equals(OwnFactorTopic.NAME) ? 1 : 6));
            var resource = new ConfigResource(ConfigResource.Type.TOPIC, ActivityTopic.NAME);
            var config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
            assertThat(config.get("retention.ms").value()).isEqualTo("-1");
            assertThat(config.get("max.message.bytes").value()).isEqualTo("1048576");
        }
    }

    private static void send(Broker broker, String text) throws Exception {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers(), ProducerConfig.ACKS_CONFIG, "all");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(ActivityTopic.NAME, text.getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    private static List<String> read(Broker broker) {
        Map<String, Object> settings = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = IntStream.range(0, Topics.PARTITIONS)
                    .mapToObj(p -> new TopicPartition(ActivityTopic.NAME, p))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long there = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            List<String> texts = new ArrayList<>();
            for (int tries = 0; texts.size() < there && tries < 50; tries++) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(message -> texts.add(new String(message.value(), StandardCharsets.UTF_8)));
            }
            return texts;
        }
    }
}
