package dev.sillage.reporting.audit;

import dev.sillage.access.Scope;
import dev.sillage.reporting.access.CallerTenant;
import dev.sillage.reporting.access.Requires;
import dev.sillage.reporting.isolation.TenantConnection;
import dev.sillage.reporting.isolation.TenantDatabase;
import dev.sillage.reporting.problem.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** What was done to the report, and by whom. */
@Path("/v1/audit")
@Tag(name = "Audit")
@Requires(Scope.ADMIN)
@Blocking
class AuditResource {
    private static final int PAGE = 100;

    private final TenantDatabase database;
    private final AuditLog log;
    private final CallerTenant tenant;

    AuditResource(TenantDatabase database, AuditLog log, CallerTenant tenant) {
        this.database = database;
        this.log = log;
        this.tenant = tenant;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(
            summary = "The audit log, newest first",
            description = "Needs the scope admin. At most 100 entries; before is the id of the oldest entry of the page"
                    + " before.")
    public AuditPage newest(@Context UriInfo request) throws SQLException {
        request.getQueryParameters().keySet().stream()
                .filter(name -> !name.equals("before"))
                .findFirst()
                .ifPresent(name -> {
                    throw Problem.unknownParameter(name, "before");
                });
        String before = request.getQueryParameters().getFirst("before");
        try (TenantConnection connection = database.open(tenant.id())) {
            return new AuditPage(
                    log.newest(connection.jdbc(), tenant.id(), before == null ? Long.MAX_VALUE : id(before), PAGE));
        }
    }

    private static long id(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Problem.invalidParameter(
                    "before", "Give before as the id of an entry, not " + Problem.quoted(text) + ".");
        }
    }

    record AuditPage(List<AuditLog.AuditEntry> entries) {}
}
