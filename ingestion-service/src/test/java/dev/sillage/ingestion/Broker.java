package dev.sillage.ingestion;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.reactive.messaging.kafka.companion.test.EmbeddedKafkaBroker;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;

/** A real broker for all tests of the module; it can be stopped and comes back with the same address and log. */
public final class Broker implements QuarkusTestResourceLifecycleManager {
    private final String clusterId = Uuid.randomUuid().toString();
    private final int port = freePort();
    private final int controllerPort = freePort();
    private Path log;
    private EmbeddedKafkaBroker broker;

    @Override
    public Map<String, String> start() {
        try {
            log = Files.createTempDirectory("sillage-ingestion-kafka");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        comeBack();
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address()))) {
            Map<String, String> config = Map.of("max.message.bytes", "1048576");
            admin.createTopics(Stream.of(
                                    "sillage.activities",
                                    "sillage.activities.dlq",
                                    "sillage.calculations.dlq",
                                    "sillage.observations",
                                    "sillage.accepted",
                                    "sillage.series")
                            .map(name -> new NewTopic(name, 6, (short) 1).configs(config))
                            .toList())
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
        return Map.of("kafka.bootstrap.servers", address());
    }

    /** Stops the broker; what it stored stays. */
    public void goAway() {
        broker.close();
    }

    public boolean isThere() {
        return broker.isRunning();
    }

    /** Starts the broker on what it stored. */
    public void comeBack() {
        broker = new EmbeddedKafkaBroker()
                .withNodeId(1)
                .withClusterId(clusterId)
                .withKafkaPort(port)
                .withControllerPort(controllerPort)
                .withDeleteLogDirsOnClose(false)
                .withAdditionalProperties(properties -> {
                    properties.put("log.dir", log.toString());
                    properties.put("auto.create.topics.enable", "false");
                    properties.put("transaction.state.log.replication.factor", "1");
                    properties.put("transaction.state.log.min.isr", "1");
                })
                .start();
    }

    @Override
    public void stop() {
        if (broker == null) {
            return;
        }
        broker.close();
        try (Stream<Path> files = Files.walk(log)) {
            files.map(Path::toFile).forEach(File::deleteOnExit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(Broker.class));
    }

    private String address() {
        return "localhost:" + port;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
