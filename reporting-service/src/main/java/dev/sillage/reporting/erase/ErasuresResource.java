package dev.sillage.reporting.erase;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sillage.access.Scope;
import dev.sillage.reporting.access.CallerTenant;
import dev.sillage.reporting.access.Requires;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Taking a person out of the ledger. */
@Path("/v1/erasures")
@Tag(name = "Erasures")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Scope.ADMIN)
@Blocking
class ErasuresResource {
    private static final int NEWEST = 100;

    private final Erasures erasures;
    private final CallerTenant tenant;

    ErasuresResource(Erasures erasures, CallerTenant tenant) {
        this.erasures = erasures;
        this.tenant = tenant;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Takes a subject out of the ledger",
            description = "Needs the scope admin. The activities of the subject lose it, every label but team, project,"
                    + " application and environment, and its name wherever it stands in source and id. No figure and no sum"
                    + " moves. The audit log tells that it was done, never of whom. What is on Kafka's topics still has the"
                    + " subject until their retention ends.")
    public Erasure erase(JsonNode body) {
        return erasures.erase(tenant.id(), tenant.actor(), ErasureRequest.of(body));
    }

    @GET
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(
            summary = "The erasures of the tenant, newest first, at most 100",
            description = "Needs the scope admin.")
    public ErasureList newest() throws SQLException {
        return new ErasureList(erasures.newest(tenant.id(), NEWEST));
    }

    record ErasureList(List<Erasure> erasures) {}
}
