package dev.sillage.local.machine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A real Kafka broker, which is its own controller (KRaft), in a process of its own. Its log is as durable as one disk:
 * one replica, written through the page cache, so that it outlives any process but not a loss of power.
 */
public final class Broker extends Part {
    private static final Duration READY_LIMIT = Duration.ofSeconds(90);
    private static final int CONNECT_LIMIT_MILLIS = 500;

    private final Children children;
    private final BrokerStorage storage;
    private final int port;

    Broker(Children children, DataDirectory data, int port, int controllerPort) {
        super("kafka", data.newLog("kafka"), READY_LIMIT);
        this.children = children;
        this.storage = new BrokerStorage(data.root().resolve("kafka"), port, controllerPort);
        this.port = port;
    }

    /** Value for {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    Child spawn() {
        Path settings = storage.prepare();
        List<String> command = Java.command(List.of(
                "-Xmx512m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSX"));
        command.add("kafka.Kafka");
        command.add(settings.toString());
        return children.start(name(), command, Map.of(), log(), Child.Signal.TERM);
    }

    @Override
    boolean isReady() {
        return accepts() && Topics.brokerAnswers(bootstrapServers());
    }

    @Override
    String readyTest() {
        return "no answer from " + bootstrapServers();
    }

    @Override
    void whenReady() {
        Topics.create(bootstrapServers());
    }

    /** Cheaper, and quieter in the log, than a client that finds nobody. */
    private boolean accepts() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_LIMIT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether the broker has ever stored something here. */
    boolean isFormatted() {
        return Files.exists(storage.metaProperties());
    }
}
