package dev.sillage.endtoend;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports in a row that nobody uses, as {@code --port-base} wants them. */
public final class FreePorts {
    private static final int OF_A_MACHINE = 7;
    private static final int LOWEST = 20_000;
    /** Below the ports that the system gives to outgoing connections. */
    private static final int HIGHEST = 32_000;

    private FreePorts() {}

    static int base() {
        return base(OF_A_MACHINE);
    }

    /** The first of that many. */
    public static int base(int needed) {
        for (int attempt = 0; attempt < 100; attempt++) {
            int base = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (areFree(base, needed)) {
                return base;
            }
        }
        throw new IllegalStateException("no " + needed + " free ports in a row");
    }

    private static boolean areFree(int base, int needed) {
        for (int port = base; port < base + needed; port++) {
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                socket.setReuseAddress(true);
            } catch (IOException taken) {
                return false;
            }
        }
        return true;
    }
}
