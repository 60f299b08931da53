package dev.sillage.reporting.platform;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.reactive.messaging.kafka.companion.test.EmbeddedKafkaBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** A real broker and a real database, once for all tests, with the topics that the platform owns. */
public final class Platform implements QuarkusTestResourceLifecycleManager {
    public static final int PARTITIONS = 6;

    private static final short REPLICAS = 1;

    private EmbeddedKafkaBroker broker;
    private Database database;

    @Override
    public Map<String, String> start() {
        broker = new EmbeddedKafkaBroker()
                .withKafkaHost("127.0.0.1")
                .withAdditionalProperties(properties -> properties.put("auto.create.topics.enable", "false"))
                .start();
        String servers = broker.getAdvertisedListeners().replaceAll("[A-Z_]+://", "");
        createTopics(servers);
        database = Database.start();
        return Map.of(
                "sillage.calculation.url",
                "http://127.0.0.1:" + freePort(),
                "kafka.bootstrap.servers",
                servers,
                "quarkus.datasource.jdbc.url",
                database.jdbcUrl(),
                "quarkus.datasource.username",
                "postgres",
                "quarkus.datasource.password",
                "postgres",
                "sillage.test.database.directory",
                database.directory().toString(),
                "sillage.test.database.port",
                String.valueOf(database.port()));
    }

    @Override
    public void stop() {
        if (database != null) {
            database.stop();
        }
        if (broker != null) {
            broker.close();
        }
    }

    /** Nobody listens there until a test does. */
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void createTopics(String servers) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.createTopics(Stream.of(
                                    "sillage.activities",
                                    "sillage.activities.dlq",
                                    "sillage.footprints",
                                    "sillage.avoidances",
                                    "sillage.accepted",
                                    "sillage.calculations.dlq")
                            .map(name -> new NewTopic(name, PARTITIONS, REPLICAS))
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
