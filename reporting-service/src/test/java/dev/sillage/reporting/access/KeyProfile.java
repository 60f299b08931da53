package dev.sillage.reporting.access;

import dev.sillage.access.KeyCommand;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The service with keys, made by the command that makes them. */
public class KeyProfile implements QuarkusTestProfile {
    private static final Path FILE = newFile();
    private static final Map<String, String> KEYS = create();

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("sillage.access.mode", "keys", "sillage.access.keys-file", FILE.toString());
    }

    /** A key by what it is for. */
    public static String key(String credential) {
        return KEYS.getOrDefault(credential, "");
    }

    /** The header for a credential, empty for none. */
    static String authorization(String credential) {
        return switch (credential) {
            case "none" -> "";
            case "basic" -> "Basic YWNtZTphY21l";
            case "nonsense" -> "Bearer nonsense";
            case "unknown" -> "Bearer sil_aaaaaaaa_" + "A".repeat(43);
            default -> "Bearer " + key(credential);
        };
    }

    static void revoke(String credential) throws IOException {
        run(Clock.systemUTC(), "revoke", "--prefix", key(credential).substring(4, 12));
    }

    private static Map<String, String> create() {
        try {
            Map<String, String> keys = new LinkedHashMap<>();
            Clock now = Clock.systemUTC();
            keys.put("acme-ingest", create(now, "acme", "ingest"));
            keys.put("acme-read", create(now, "acme", "read"));
            keys.put("acme-admin", create(now, "acme", "admin"));
            keys.put("acme-read-admin", create(now, "acme", "read,admin"));
            keys.put("globex-read", create(now, "globex", "read"));
            keys.put("globex-admin", create(now, "globex", "admin"));
            keys.put("operator", create(now, "operations", "metrics"));
            keys.put("revoked-later", create(now, "acme", "read"));
            keys.put("expired", create(Clock.offset(now, Duration.ofDays(-30)), "acme", "read", "--expires", "1d"));
            keys.put("wrong-secret", keys.get("acme-read").substring(0, 13) + "A".repeat(43));
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String create(Clock clock, String tenant, String scopes, String... more) throws IOException {
        List<String> options = new ArrayList<>(List.of("--tenant", tenant, "--scopes", scopes));
        options.addAll(List.of(more));
        return run(clock, "create", options.toArray(String[]::new));
    }

    private static String run(Clock clock, String command, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(command, "--file", FILE.toString()));
        arguments.addAll(List.of(options));
        return new KeyCommand(clock).run(arguments.toArray(String[]::new));
    }

    private static Path newFile() {
        try {
            return Files.createTempDirectory("sillage-keys").resolve("keys.csv");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
