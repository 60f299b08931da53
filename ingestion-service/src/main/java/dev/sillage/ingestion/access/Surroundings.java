package dev.sillage.ingestion.access;

import io.quarkus.runtime.configuration.ConfigurationException;
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
record Surroundings(String host, String kafka, String protocol) {
    private static final Set<String> PROTECTED = Set.of("SSL", "SASL_SSL");

    /**
     * @throws ConfigurationException when other machines could reach the service
     */
    void requireLoopback() {
        if (!isLoopback(host)) {
            throw new ConfigurationException("quarkus.http.host=" + host
                    + " would let other machines send events, and there are no credentials to tell them apart."
                    + " Set quarkus.http.host to 127.0.0.1, ::1 or localhost, or sillage.access.mode to keys.");
        }
    }

    /**
     * @throws ConfigurationException when events would cross a network in the clear
     */
    void requireProtectedKafka() {
        boolean staysHere = Arrays.stream(kafka.split(",", -1)).allMatch(address -> isLoopback(hostOf(address)));
        if (!staysHere && !PROTECTED.contains(protocol.toUpperCase(Locale.ROOT))) {
            throw new ConfigurationException("kafka.security.protocol=" + protocol + " would send events to " + kafka
                    + " in the clear. Set it to SSL or SASL_SSL.");
        }
    }

    private static String hostOf(String address) {
        String host = address.strip();
        int port = host.lastIndexOf(':');
        return port < 0 ? host : host.substring(0, port);
    }

    static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
