package dev.sillage.reporting.access;

import jakarta.enterprise.context.ApplicationScoped;

/** The tenant whose figures the caller may see: from the configuration now, never from anything in a request. */
@ApplicationScoped
public class CallerTenant {
    private final String id;

    CallerTenant(AccessConfig config) {
        if (config.tenant().isBlank()) {
            throw new IllegalStateException("sillage.access.tenant must name a tenant, it is blank");
        }
        this.id = config.tenant();
    }

    /** The tenant that every statement of this request must be restricted to. */
    public String id() {
        return id;
    }
}
