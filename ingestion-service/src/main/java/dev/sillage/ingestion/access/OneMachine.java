package dev.sillage.ingestion.access;

import dev.sillage.access.Caller;
import dev.sillage.access.Scope;
import dev.sillage.access.Tenant;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/** Without credentials every request speaks for the configured tenant; only this machine can reach the service. */
final class OneMachine implements Access {
    private final Caller caller;

    OneMachine(Tenant tenant) {
        this.caller = new Caller(tenant, EnumSet.allOf(Scope.class), "this machine");
    }

    /** A credential that is sent all the same is not looked at: senders need no other configuration for trying. */
    @Override
    public Caller require(@Nullable String authorization, Scope scope) {
        return caller;
    }
}
