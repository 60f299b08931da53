package dev.sillage.access;

import dev.sillage.access.AccessRefusedException.Reason;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every request carries a key of ours or a token of an issuer, as {@code Authorization: Bearer <credential>} (RFC 6750
 * section 2.1). Tokens have dots, keys have none.
 */
final class ByCredential implements Access {
    private static final String SCHEME = "Bearer ";

    private final @Nullable Keys keys;
    private final @Nullable Tokens tokens;

    /**
     * @param keys null when there are none
     * @param tokens null when no issuer is trusted
     */
    ByCredential(@Nullable Keys keys, @Nullable Tokens tokens) {
        this.keys = keys;
        this.tokens = tokens;
    }

    @Override
    public boolean needsCredential() {
        return true;
    }

    @Override
    public Caller require(@Nullable String authorization, Scope scope) {
        if (authorization == null) {
            throw new AccessRefusedException(Reason.UNAUTHENTICATED, "There is no Authorization header.");
        }
        // RFC 9110 section 11.1: the name of a scheme is case-insensitive.
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new AccessRefusedException(Reason.UNAUTHENTICATED, "The scheme is not Bearer.");
        }
        Caller caller = caller(authorization.substring(SCHEME.length()).strip());
        if (!caller.may(scope)) {
            throw new AccessRefusedException(
                    Reason.FORBIDDEN, "The credential does not have the scope " + scope.word() + ".");
        }
        return caller;
    }

    private Caller caller(String credential) {
        if (tokens != null && credential.indexOf('.') >= 0) {
            return tokens.require(credential);
        }
        Optional<Caller> found = keys == null ? Optional.empty() : keys.find(credential, Instant.now());
        return found.orElseThrow(() ->
                new AccessRefusedException(Reason.UNAUTHENTICATED, "The credential is unknown, expired or revoked."));
    }
}
