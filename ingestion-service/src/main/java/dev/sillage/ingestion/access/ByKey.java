package dev.sillage.ingestion.access;

import dev.sillage.access.Caller;
import dev.sillage.access.Keys;
import dev.sillage.access.Scope;
import dev.sillage.ingestion.problem.ProblemType;
import dev.sillage.ingestion.problem.RequestRefusedException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Every request carries a key, as {@code Authorization: Bearer <key>} (RFC 6750 section 2.1). */
final class ByKey implements Access {
    private static final String SCHEME = "Bearer ";

    private final Keys keys;

    ByKey(Keys keys) {
        this.keys = keys;
    }

    @Override
    public Caller require(@Nullable String authorization, Scope scope) {
        if (authorization == null) {
            throw new RequestRefusedException(ProblemType.UNAUTHENTICATED, "There is no Authorization header.");
        }
        // RFC 9110 section 11.1: the name of a scheme is case-insensitive.
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new RequestRefusedException(ProblemType.UNAUTHENTICATED, "The scheme is not Bearer.");
        }
        Caller caller = keys.find(authorization.substring(SCHEME.length()).strip(), Instant.now())
                .orElseThrow(() -> new RequestRefusedException(
                        ProblemType.UNAUTHENTICATED, "The key is unknown, expired or revoked."));
        if (!caller.may(scope)) {
            throw new RequestRefusedException(
                    ProblemType.FORBIDDEN, "The key does not have the scope " + scope.word() + ".");
        }
        return caller;
    }
}
