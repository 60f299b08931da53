package dev.sillage.access;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An issuer of OpenID Connect whose tokens are valid here.
 *
 * @param address its identifier, an https address
 * @param audience what tokens for this service name
 * @param tenantClaim the claim that names the tenant
 * @param scopeClaim the claim that holds the scopes
 * @param scopePrefix what stands before ours in that claim
 * @param keysInterval how often its keys are fetched
 */
public record TrustedIssuer(
        String address,
        String audience,
        String tenantClaim,
        String scopeClaim,
        String scopePrefix,
        Duration keysInterval) {

    /**
     * Checks what is configured.
     *
     * @throws UnsafeStartException when such an issuer cannot be trusted
     */
    public static TrustedIssuer of(
            String address,
            @Nullable String audience,
            String tenantClaim,
            String scopeClaim,
            String scopePrefix,
            Duration keysInterval) {
        URI uri;
        try {
            uri = new URI(address);
        } catch (URISyntaxException e) {
            throw new UnsafeStartException("sillage.access.oidc.issuer is no address: " + e.getMessage(), e);
        }
        if (!isSafe(uri)) {
            throw new UnsafeStartException("sillage.access.oidc.issuer=" + address
                    + " must be an https address: whoever can change the keys on their way is everybody");
        }
        if (audience == null || audience.isBlank()) {
            throw new UnsafeStartException(
                    "sillage.access.oidc.audience is not set: tokens for other services would be valid here");
        }
        return new TrustedIssuer(address, audience, tenantClaim, scopeClaim, scopePrefix, keysInterval);
    }

    /** Whether what is read from there is what was written. */
    static boolean isSafe(URI uri) {
        return "https".equals(uri.getScheme()) || Surroundings.isLoopback(String.valueOf(uri.getHost()));
    }
}
