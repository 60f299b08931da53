package dev.sillage.benchmark.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sillage.access.KeyCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
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
        ByteArrayOutputStream key = new ByteArrayOutputStream();
        new KeyCommand(Clock.systemUTC(), new PrintStream(key, true, UTF_8))
                .run(List.of("create", "--file", file, "--tenant", "benchmark", "--scopes", "ingest"));
        return new Credential(
                "Bearer " + key.toString(UTF_8).strip(),
                Map.of("SILLAGE_ACCESS_MODE", "keys", "SILLAGE_ACCESS_KEYS_FILE", file));
    }
}
