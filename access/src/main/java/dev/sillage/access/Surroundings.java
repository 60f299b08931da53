package dev.sillage.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the service stands.
 *
 * @param host the address it listens on
 * @param kafka {@code kafka.bootstrap.servers}
 * @param protocol {@code kafka.security.protocol}
 * @param channels what single channels have instead
 */
public record Surroundings(String host, String kafka, String protocol, List<Channel> channels) {
    private static final Pattern CHANNEL =
            Pattern.compile("(mp\\.messaging\\.(?:incoming|outgoing)\\.[^.]+)\\.connector");

    /**
     * A channel with an address or a protocol of its own.
     *
     * @param prefix of its settings, without the last dot
     */
    public record Channel(String prefix, String kafka, String protocol) {}

    private static final Set<String> PROTECTED = Set.of("SSL", "SASL_SSL");

    /** Without channels that differ. */
    public Surroundings(String host, String kafka, String protocol) {
        this(host, kafka, protocol, List.of());
    }

    /**
     * As configured.
     *
     * @param keys of all settings
     * @param setting the value of a key, empty when there is none
     */
    public static Surroundings of(Iterable<String> keys, Function<String, Optional<String>> setting) {
        String kafka = setting.apply("kafka.bootstrap.servers").orElse("");
        String protocol = setting.apply("kafka.security.protocol").orElse("PLAINTEXT");
        List<Channel> channels = new ArrayList<>();
        for (String key : keys) {
            Matcher channel = CHANNEL.matcher(key);
            if (channel.matches()) {
                String prefix = channel.group(1);
                channels.add(new Channel(
                        prefix,
                        setting.apply(prefix + ".bootstrap.servers").orElse(kafka),
                        setting.apply(prefix + ".security.protocol").orElse(protocol)));
            }
        }
        return new Surroundings(setting.apply("quarkus.http.host").orElse(""), kafka, protocol, List.copyOf(channels));
    }

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
        requireProtected("kafka", kafka, protocol);
        channels.forEach(channel -> requireProtected(channel.prefix(), channel.kafka(), channel.protocol()));
    }

    private static void requireProtected(String prefix, String kafka, String protocol) {
        boolean staysHere = Arrays.stream(kafka.split(",", -1)).allMatch(address -> isLoopback(hostOf(address)));
        if (!staysHere && !PROTECTED.contains(protocol.toUpperCase(Locale.ROOT))) {
            throw new UnsafeStartException(prefix + ".security.protocol=" + protocol + " would send events to " + kafka
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
