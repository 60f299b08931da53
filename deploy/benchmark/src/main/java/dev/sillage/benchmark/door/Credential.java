package dev.sillage.benchmark.door;

import java.nio.file.Path;
import java.util.Map;

/**
 * What the service asks of a sender.
 *
 * @param authorization value of the header, or empty
 * @param settings of the service, by environment variable
 */
record Credential(String authorization, Map<String, String> settings) {
    static Credential create(Path directory) {
        return new Credential("", Map.of());
    }
}
