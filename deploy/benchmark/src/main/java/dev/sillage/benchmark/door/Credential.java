package dev.sillage.benchmark.door;

import dev.sillage.access.KeyCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * What the service asks of a sender.
 *
 * @param authorization value of the header
 * @param settings of the service, by environment variable
 */
record Credential(String authorization, Map<String, String> settings) {
    /** A new key in a new file. */
    static Credential create(Path directory) throws IOException {
        String file = directory.resolve("keys.csv").toString();
        String key = new KeyCommand(Clock.systemUTC())
                .run("create", "--file", file, "--tenant", "benchmark", "--scopes", "ingest");
        return new Credential("Bearer " + key, Map.of("SILLAGE_ACCESS_MODE", "keys", "SILLAGE_ACCESS_KEYS_FILE", file));
    }
}
