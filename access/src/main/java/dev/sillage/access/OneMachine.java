package dev.sillage.access;

import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/** Without credentials every request speaks for the configured tenant; only this machine can reach the service. */
final class OneMachine implements Access {
    private final Caller caller;

    OneMachine(Tenant tenant) {
        this.caller = new Caller(tenant, EnumSet.allOf(Scope.class), "this machine");
    }

    @Override
    public boolean needsCredential() {
        return false;
    }

    /** A credential that is sent all the same is not looked at: senders need no other configuration for trying. */
    @Override
    public Caller require(@Nullable String authorization, Scope scope) {
        return caller;
    }
}
