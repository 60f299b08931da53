package dev.sillage.access;

import java.util.Set;

/**
 * Who speaks, as the credential says.
 *
 * @param tenant whose data they are
 * @param scopes what is allowed
 * @param name of the credential, for people
 */
public record Caller(Tenant tenant, Set<Scope> scopes, String name) {
    public Caller {
        scopes = Set.copyOf(scopes);
    }

    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }
}
