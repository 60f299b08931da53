package dev.sillage.access;

import dev.sillage.access.AccessRefusedException.Reason;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/**
 * The tokens of one OpenID Connect issuer (RFC 9068, RFC 8725): signed with one of its keys, by an asymmetric algorithm, for
 * our audience, not expired. Tenant and scopes are claims of the token.
 */
final class Tokens {
    private static final int CLOCK_SKEW_SECONDS = 30;
    private static final int MAX_LENGTH = 8192;

    private final IssuerKeys keys;
    private final JwtConsumer consumer;
    private final String tenantClaim;
    private final String scopeClaim;
    private final String scopePrefix;

    Tokens(TrustedIssuer issuer, IssuerKeys keys) {
        this.keys = keys;
        this.tenantClaim = issuer.tenantClaim();
        this.scopeClaim = issuer.scopeClaim();
        this.scopePrefix = issuer.scopePrefix();
        this.consumer = new JwtConsumerBuilder()
                .setExpectedIssuer(issuer.address())
                .setExpectedAudience(issuer.audience())
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
                .setJwsAlgorithmConstraints(
                        ConstraintType.PERMIT,
                        AlgorithmIdentifiers.RSA_USING_SHA256,
                        AlgorithmIdentifiers.RSA_USING_SHA384,
                        AlgorithmIdentifiers.RSA_USING_SHA512,
                        AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
                        AlgorithmIdentifiers.RSA_PSS_USING_SHA384,
                        AlgorithmIdentifiers.RSA_PSS_USING_SHA512,
                        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
                        AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
                        AlgorithmIdentifiers.EDDSA)
                .setVerificationKeyResolver(keys)
                .build();
    }

    /**
     * Whom a token stands for.
     *
     * @throws AccessRefusedException UNAUTHENTICATED when it is not valid, ISSUER_UNAVAILABLE while no key of the issuer is
     *     known
     */
    Caller require(String token) {
        keys.requireSome();
        if (token.length() > MAX_LENGTH) {
            throw refused("The token is too long.");
        }
        try {
            JwtClaims claims = consumer.processToClaims(token);
            String name = claims.hasClaim("sub") ? claims.getSubject() : "token";
            return new Caller(tenant(claims), scopes(claims), name);
        } catch (InvalidJwtException | MalformedClaimException e) {
            // Which check failed would help whoever guesses.
            throw refused("The token is not valid here: signature, issuer, audience or time.");
        }
    }

    private Tenant tenant(JwtClaims claims) {
        try {
            return new Tenant(Objects.requireNonNullElse(claims.getClaimValueAsString(tenantClaim), ""));
        } catch (IllegalArgumentException e) {
            throw refused("The token has no claim " + tenantClaim + " that is the name of a tenant.");
        }
    }

    /** Words in a text (RFC 8693 section 4.2) or in a list. */
    private Set<Scope> scopes(JwtClaims claims) {
        Object value = claims.getClaimValue(scopeClaim);
        Collection<?> words = value instanceof Collection<?> list
                ? list
                : value instanceof String text ? Arrays.asList(text.split(" ", -1)) : List.of();
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (Object word : words) {
            if (word instanceof String text && text.startsWith(scopePrefix)) {
                Scope.ofWord(text.substring(scopePrefix.length())).ifPresent(scopes::add);
            }
        }
        return scopes;
    }

    private static AccessRefusedException refused(String detail) {
        return new AccessRefusedException(Reason.UNAUTHENTICATED, detail);
    }
}
