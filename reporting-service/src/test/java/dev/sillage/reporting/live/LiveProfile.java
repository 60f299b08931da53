package dev.sillage.reporting.live;

import dev.sillage.access.KeyCommand;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The service with a key for each tenant that a test invents, short times, and room for 300 viewers of one of them. */
public final class LiveProfile implements QuarkusTestProfile {
    static final int VIEWERS_PER_TENANT = 300;
    static final int VIEWERS = 320;

    private static final Path FILE = newFile();
    private static final Map<String, String> KEYS = new ConcurrentHashMap<>();

    @Override
    public Map<String, String> getConfigOverrides() {
        key("first");
        return Map.of(
                "sillage.access.mode", "keys",
                "sillage.access.keys-file", FILE.toString(),
                "sillage.reporting.live.tick", "PT0.2S",
                "sillage.reporting.live.heartbeat", "PT1S",
                "sillage.reporting.live.unread", "PT3S",
                "sillage.reporting.live.viewers-per-tenant", String.valueOf(VIEWERS_PER_TENANT),
                "sillage.reporting.live.viewers", String.valueOf(VIEWERS),
                "quarkus.datasource.metrics.enabled", "true",
                "quarkus.datasource.jdbc.enable-metrics", "true");
    }

    /** The key of a tenant, made when it is asked for first; the service knows it within a second or two. */
    static String key(String tenant) {
        return KEYS.computeIfAbsent(tenant, name -> run("create", "--tenant", name, "--scopes", "read,admin,metrics"));
    }

    static void revoke(String tenant) {
        run("revoke", "--prefix", key(tenant).substring(4, 12));
    }

    private static String run(String command, String... options) {
        String[] arguments = new String[options.length + 3];
        arguments[0] = command;
        arguments[1] = "--file";
        arguments[2] = FILE.toString();
        System.arraycopy(options, 0, arguments, 3, options.length);
        try {
            return new KeyCommand(Clock.systemUTC()).run(arguments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path newFile() {
        try {
            return Files.createTempDirectory("sillage-live").resolve("keys.csv");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
