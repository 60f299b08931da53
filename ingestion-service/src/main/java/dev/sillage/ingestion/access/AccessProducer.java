package dev.sillage.ingestion.access;

import dev.sillage.access.KeyFileException;
import dev.sillage.access.Keys;
import dev.sillage.access.Tenant;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Opens the access that is configured when the service starts, or stops the start. */
@Singleton
class AccessProducer {
    private static final Logger LOG = Logger.getLogger(AccessProducer.class);

    private final AccessConfig config;
    private final Surroundings surroundings;

    AccessProducer(
            AccessConfig config,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "kafka.bootstrap.servers") String kafka,
            @ConfigProperty(name = "kafka.security.protocol", defaultValue = "PLAINTEXT") String protocol) {
        this.config = config;
        this.surroundings = new Surroundings(host, kafka, protocol);
    }

    @Produces
    @Singleton
    @Startup
    Access access() {
        return open(config, surroundings);
    }

    /**
     * The access of that configuration.
     *
     * @throws ConfigurationException when it would let in whom it should not, with the key to change
     */
    static Access open(AccessConfig config, Surroundings surroundings) {
        if (config.mode() == AccessConfig.Mode.LOCAL) {
            surroundings.requireLoopback();
            try {
                return new OneMachine(new Tenant(config.tenant()));
            } catch (IllegalArgumentException e) {
                throw new ConfigurationException("sillage.access.tenant: " + e.getMessage(), e);
            }
        }
        surroundings.requireProtectedKafka();
        Keys keys = config.keysFile().map(AccessProducer::keys).orElse(null);
        Tokens tokens = config.oidc()
                .issuer()
                .map(issuer -> tokens(issuer, config.oidc()))
                .orElse(null);
        if (keys == null && tokens == null) {
            throw new ConfigurationException(
                    "sillage.access.mode is keys, but sillage.access.keys-file names no file and"
                            + " sillage.access.oidc.issuer no issuer; make a file with access/keys create");
        }
        if (keys != null && tokens == null && keys.countValid(Instant.now()) == 0) {
            throw new ConfigurationException("sillage.access.keys-file holds no valid key, so that nobody could send"
                    + " anything; make one with access/keys create");
        }
        return new ByCredential(keys, tokens);
    }

    private static Keys keys(Path file) {
        try {
            return Keys.of(file, LOG::warn);
        } catch (KeyFileException e) {
            throw new ConfigurationException("sillage.access.keys-file: " + e.getMessage(), e);
        }
    }

    private static Tokens tokens(String issuer, AccessConfig.Oidc config) {
        URI address;
        try {
            address = new URI(issuer);
        } catch (URISyntaxException e) {
            throw new ConfigurationException("sillage.access.oidc.issuer is no address: " + e.getMessage(), e);
        }
        if (!"https".equals(address.getScheme()) && !Surroundings.isLoopback(String.valueOf(address.getHost()))) {
            throw new ConfigurationException("sillage.access.oidc.issuer=" + issuer
                    + " must be an https address: whoever can change the keys on their way is everybody");
        }
        String audience = config.audience()
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new ConfigurationException(
                        "sillage.access.oidc.audience is not set: tokens for other" + " services would be valid here"));
        return new Tokens(issuer, audience, config, new IssuerKeys(issuer, config.keysInterval()).start());
    }
}
