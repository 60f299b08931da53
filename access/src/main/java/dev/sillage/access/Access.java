package dev.sillage.access;

import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells who a request speaks for. */
public sealed interface Access permits OneMachine, ByCredential {

    /**
     * The caller of a request that needs a scope.
     *
     * @param authorization value of the header {@code Authorization}, null when there is none
     * @throws AccessRefusedException UNAUTHENTICATED without a valid credential, FORBIDDEN without the scope,
     *     ISSUER_UNAVAILABLE when it cannot be checked now
     */
    Caller require(@Nullable String authorization, Scope scope);

    /** Whether requests need a credential. */
    boolean needsCredential();

    /**
     * Without credentials: every request speaks for one tenant.
     *
     * @throws UnsafeStartException when other machines could reach the service, events would cross a network in the
     *     clear, or the tenant has no proper name
     */
    static Access ofOneMachine(String tenant, Surroundings surroundings) {
        surroundings.requireLoopback();
        surroundings.requireProtectedKafka();
        try {
            return new OneMachine(new Tenant(tenant));
        } catch (IllegalArgumentException e) {
            throw new UnsafeStartException("sillage.access.tenant: " + e.getMessage(), e);
        }
    }

    /**
     * With credentials.
     *
     * @param keysFile where keys are, null for none
     * @param issuer whose tokens are valid, null for none
     * @param warnings is told of what goes wrong later
     * @throws UnsafeStartException when nobody could come in, or events would cross a network in the clear
     */
    static Access byCredential(
            @Nullable Path keysFile,
            @Nullable TrustedIssuer issuer,
            Surroundings surroundings,
            Consumer<String> warnings) {
        surroundings.requireProtectedKafka();
        Keys keys = keysFile == null ? null : keys(keysFile, warnings);
        if (keys == null && issuer == null) {
            throw new UnsafeStartException("sillage.access.mode is keys, but sillage.access.keys-file names no file and"
                    + " sillage.access.oidc.issuer no issuer; make a file with access/keys create");
        }
        if (keys != null && issuer == null && keys.countValid(Instant.now()) == 0) {
            throw new UnsafeStartException("sillage.access.keys-file holds no valid key, so that nobody could come in;"
                    + " make one with access/keys create");
        }
        return new ByCredential(
                keys,
                issuer == null
                        ? null
                        : new Tokens(
                                issuer, new IssuerKeys(issuer.address(), issuer.keysInterval(), warnings).start()));
    }

    private static Keys keys(Path file, Consumer<String> warnings) {
        try {
            return Keys.of(file, warnings);
        } catch (KeyFileException e) {
            throw new UnsafeStartException("sillage.access.keys-file: " + e.getMessage(), e);
        }
    }
}
