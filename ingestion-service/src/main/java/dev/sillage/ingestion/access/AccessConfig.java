package dev.sillage.ingestion.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Who requests speak for. */
@ConfigMapping(prefix = "sillage.access")
interface AccessConfig {

    /** Whether requests need a credential. */
    @WithDefault("local")
    Mode mode();

    /** The tenant of every request in mode {@code local}: 1 to 63 letters, digits, {@code . _ -}. */
    @WithDefault("local")
    String tenant();

    /** The file of the keys in mode {@code keys}, as {@code access/keys} writes it. */
    Optional<Path> keysFile();

    /** The two ways to run. */
    enum Mode {
        /** One machine: no credentials, reachable from this machine only. */
        LOCAL,
        /** Every request has a key, and Kafka is reached over TLS unless it is on this machine. */
        KEYS
    }
}
