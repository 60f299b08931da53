package dev.sillage.reporting.reconcile;

import dev.sillage.reporting.access.CallerTenant;
import dev.sillage.reporting.problem.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether everything that was accepted is in the report. */
@Path("/v1/reconciliation")
@Tag(name = "Reconciliation")
@Blocking
class ReconciliationResource {
    private final Reconciler reconciler;
    private final CallerTenant tenant;

    ReconciliationResource(Reconciler reconciler, CallerTenant tenant) {
        this.reconciler = reconciler;
        this.tenant = tenant;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Accepted, computed, reported and dead-lettered activities, and what is missing between them",
            description = "balanced is true when nothing is missing; what is on its way is not missing. accepted,"
                    + " inFlight, differences and balanced are null, with the reason, when the broker is away.")
    public Reconciliation reconciliation(@Context UriInfo request) {
        request.getQueryParameters().keySet().stream().findFirst().ifPresent(name -> {
            throw Problem.unknownParameter(name, "none");
        });
        return reconciler.reconcile(tenant.id());
    }
}
