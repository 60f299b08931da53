package dev.sillage.ingestion.access;

import dev.sillage.access.AccessRefusedException;
import dev.sillage.access.Caller;
import dev.sillage.access.Scope;
import dev.sillage.ingestion.problem.ProblemType;
import dev.sillage.ingestion.problem.RequestRefusedException;
import org.jspecify.annotations.Nullable;

/** Tells who a request speaks for, or refuses it as this service refuses. */
public final class Access {
    private final dev.sillage.access.Access access;

    Access(dev.sillage.access.Access access) {
        this.access = access;
    }

    /**
     * The caller of a request that needs a scope.
     *
     * @param authorization value of the header {@code Authorization}, null when there is none
     * @throws RequestRefusedException of type UNAUTHENTICATED without a valid credential, FORBIDDEN without the scope,
     *     ISSUER_UNAVAILABLE when it cannot be checked now
     */
    public Caller require(@Nullable String authorization, Scope scope) {
        try {
            return access.require(authorization, scope);
        } catch (AccessRefusedException refused) {
            throw new RequestRefusedException(
                    switch (refused.reason()) {
                        case UNAUTHENTICATED -> ProblemType.UNAUTHENTICATED;
                        case FORBIDDEN -> ProblemType.FORBIDDEN;
                        case ISSUER_UNAVAILABLE -> ProblemType.ISSUER_UNAVAILABLE;
                    },
                    refused.detail());
        }
    }
}
