package dev.sillage.local.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where each part listens, all on the loopback address. */
public record Ports(int ingestion, int calculation, int reporting, int broker, int controller, int database, int grpc) {
    public static final int DEFAULT_BASE = 8080;
    public static final int MIN_BASE = 1024;
    public static final int MAX_BASE = 65_535 - 6;

    private static final int STEP = 100;

    /** Seven ports in a row. */
    public static Ports from(int base) {
        return new Ports(base, base + 1, base + 2, base + 3, base + 4, base + 5, base + 6);
    }

    /** Seven ports that are free now, wherever they are. */
    public static Ports free() {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 7; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            int[] port = sockets.stream().mapToInt(ServerSocket::getLocalPort).toArray();
            return new Ports(port[0], port[1], port[2], port[3], port[4], port[5], port[6]);
        } catch (IOException e) {
            throw new UncheckedIOException("no free port", e);
        } finally {
            sockets.forEach(Ports::close);
        }
    }

    /**
     * Returns when all are free.
     *
     * @throws StartException naming each port that is taken, the part that wanted it, and a way out
     */
    public void requireFree() {
        List<String> taken = byPart().entrySet().stream()
                .filter(part -> !isFree(part.getValue()))
                .map(part -> "port " + part.getValue() + ", which the " + part.getKey() + " needs")
                .toList();
        if (!taken.isEmpty()) {
            throw new StartException("Another program listens on " + String.join(", and on ", taken)
                    + ".\nEnd that program, or move every port of Sillage, for example: --port-base " + freeBase());
        }
    }

    private Map<String, Integer> byPart() {
        Map<String, Integer> parts = new LinkedHashMap<>();
        parts.put("ingestion service", ingestion);
        parts.put("calculation service", calculation);
        parts.put("reporting service", reporting);
        parts.put("Kafka broker", broker);
        parts.put("Kafka controller", controller);
        parts.put("PostgreSQL database", database);
        parts.put("gRPC door of the ingestion service", grpc);
        return parts;
    }

    private int freeBase() {
        for (int base = ingestion + STEP; base <= MAX_BASE; base += STEP) {
            if (from(base).byPart().values().stream().allMatch(Ports::isFree)) {
                return base;
            }
        }
        return MIN_BASE;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // Connections of the last run that only wait to be forgotten are no hindrance.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
