package dev.sillage.ingestion.access;

import dev.sillage.access.Caller;
import dev.sillage.access.Scope;
import dev.sillage.ingestion.problem.RequestRefusedException;
import org.jspecify.annotations.Nullable;

/** Tells who a request speaks for. */
public sealed interface Access permits OneMachine, ByCredential {
    /**
     * The caller of a request that needs a scope.
     *
     * @param authorization value of the header {@code Authorization}, null when there is none
     * @throws RequestRefusedException of type UNAUTHENTICATED without a valid credential, FORBIDDEN without the scope
     */
    Caller require(@Nullable String authorization, Scope scope);
}
