package dev.sillage.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Where the service stands.
 *
 * @param host the address it listens on
 * @param kafka {@code kafka.bootstrap.servers}
 * @param protocol {@code kafka.security.protocol}
 */
public record Surroundings(String host, String kafka, String protocol) {
    private static final Set<String> PROTECTED = Set.of("SSL", "SASL_SSL");

    /**
     * Only this machine reaches the service.
     *
     * @throws UnsafeStartException when other machines could reach the service
     */
    public void requireLoopback() {
        if (!isLoopback(host)) {
            throw new UnsafeStartException("quarkus.http.host=" + host
                    + " would let other machines in, and there are no credentials to tell them apart."
                    + " Set quarkus.http.host to 127.0.0.1, ::1 or localhost, or sillage.access.mode to keys.");
        }
    }

    /**
     * Events are not read on their way.
     *
     * @throws UnsafeStartException when events would cross a network in the clear
     */
    public void requireProtectedKafka() {
        boolean staysHere = Arrays.stream(kafka.split(",", -1)).allMatch(address -> isLoopback(hostOf(address)));
        if (!staysHere && !PROTECTED.contains(protocol.toUpperCase(Locale.ROOT))) {
            throw new UnsafeStartException("kafka.security.protocol=" + protocol + " would send events to " + kafka
                    + " in the clear. Set it to SSL or SASL_SSL.");
        }
    }

    private static String hostOf(String address) {
        String host = address.strip();
        int port = host.lastIndexOf(':');
        return port < 0 ? host : host.substring(0, port);
    }

    /** Whether that is this machine, by whatever name. */
    public static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
