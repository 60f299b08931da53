package dev.sillage.reporting.access;

import dev.sillage.access.Caller;
import jakarta.enterprise.context.RequestScoped;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who the current request speaks for: as its credential says, never anything else in it. */
@RequestScoped
public class CallerTenant {
    private @Nullable Caller caller;
    private @Nullable String authorization;

    /** The tenant that every statement of this request must be restricted to. */
    public String id() {
        return caller().tenant().name();
    }

    /** The name of the credential, for records of what was done. */
    public String actor() {
        return caller().name();
    }

    /** The header to pass the caller's own credential on with; null when there is none. */
    public @Nullable String authorization() {
        return authorization;
    }

    void is(Caller found, @Nullable String header) {
        caller = found;
        authorization = header;
    }

    private Caller caller() {
        return Objects.requireNonNull(caller, "the path of this request is not one that credentials are checked for");
    }
}
