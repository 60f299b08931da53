package dev.sillage.reporting.export.otlp;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** The tenant acme has a collector, where nobody listens until a test does. */
public final class CollectorAddress implements QuarkusTestResourceLifecycleManager {
    static final String PORT = "sillage.test.collector.port";
    static final String CREDENTIAL = "Bearer of-the-collector";

    @Override
    public Map<String, String> start() {
        int port = freePort();
        String acme = "sillage.reporting.export.otlp.tenants.\"acme\".";
        return Map.of(
                PORT,
                String.valueOf(port),
                acme + "endpoint",
                "http://127.0.0.1:" + port + "/v1/metrics",
                acme + "headers.Authorization",
                CREDENTIAL,
                acme + "interval",
                "PT1S");
    }

    @Override
    public void stop() {}

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
