package dev.sillage.calculation.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
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

    /** The issuer whose tokens are valid in mode {@code keys}, beside keys or instead of them. */
    Oidc oidc();

    /** An issuer of OpenID Connect. */
    interface Oidc {
        /** Its identifier, an https address; its keys are found by discovery from there. Without it no token is valid. */
        Optional<String> issuer();

        /** What tokens for this service name as their audience; required with an issuer. */
        Optional<String> audience();

        /** The claim that names the tenant. */
        @WithDefault("tenant")
        String tenantClaim();

        /** The claim that holds the scopes: words in a text, or a list. */
        @WithDefault("scope")
        String scopeClaim();

        /** What stands before ingest, read and admin in that claim. */
        @WithDefault("sillage:")
        String scopePrefix();

        /** How often the issuer's keys are fetched; at least 2 s. */
        @WithDefault("PT5M")
        Duration keysInterval();
    }

    /** The two ways to run. */
    enum Mode {
        /** One machine: no credentials, reachable from this machine only. */
        LOCAL,
        /** Every request has a credential, and Kafka is reached over TLS unless it is on this machine. */
        KEYS
    }
}
