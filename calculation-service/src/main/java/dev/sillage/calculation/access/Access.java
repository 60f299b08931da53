package dev.sillage.calculation.access;

import dev.sillage.access.Caller;
import dev.sillage.access.Scope;
import jakarta.enterprise.context.RequestScoped;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who the current request speaks for: as its credential says, never anything else in it. */
@RequestScoped
public class Access {
    private @Nullable Caller caller;

    /** The tenant that the current request speaks for. */
    public String tenant() {
        return caller().tenant().name();
    }

    /** Whether its credential has that scope. */
    public boolean may(Scope scope) {
        return caller().may(scope);
    }

    void is(Caller found) {
        caller = found;
    }

    private Caller caller() {
        return Objects.requireNonNull(caller, "the path of this request is not one that credentials are checked for");
    }
}
