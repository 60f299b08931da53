package dev.sillage.calculation.access;

import dev.sillage.access.Access;
import dev.sillage.access.Surroundings;
import dev.sillage.access.TrustedIssuer;
import dev.sillage.access.UnsafeStartException;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Opens the access that is configured when the service starts, or stops the start. */
@Singleton
class AccessProducer {
    private static final Logger LOG = Logger.getLogger(AccessProducer.class);

    private final AccessConfig config;
    private final Surroundings surroundings;

    AccessProducer(AccessConfig config, Config settings) {
        this.config = config;
        this.surroundings =
                Surroundings.of(settings.getPropertyNames(), key -> settings.getOptionalValue(key, String.class));
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
        try {
            if (config.mode() == AccessConfig.Mode.KEYS) {
                return Access.byCredential(
                        config.keysFile().orElse(null), issuer(config.oidc()), surroundings, LOG::warn);
            }
            return Access.ofOneMachine(config.tenant(), surroundings);
        } catch (UnsafeStartException e) {
            throw new ConfigurationException(e.getMessage(), e);
        }
    }

    private static @Nullable TrustedIssuer issuer(AccessConfig.Oidc oidc) {
        return oidc.issuer()
                .map(issuer -> TrustedIssuer.of(
                        issuer,
                        oidc.audience().orElse(null),
                        oidc.tenantClaim(),
                        oidc.scopeClaim(),
                        oidc.scopePrefix(),
                        oidc.keysInterval()))
                .orElse(null);
    }
}
