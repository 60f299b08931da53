package dev.sillage.reporting.reconcile;

import dev.sillage.reporting.access.CallerTenant;
import dev.sillage.reporting.query.Parameters;
import dev.sillage.reporting.query.TimeRange;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Whether everything that was accepted is in the report. */
@Path("/v1/reconciliation")
@Tag(name = "Reconciliation")
@Blocking
class ReconciliationResource {
    private final Reconciler reconciler;
    private final Hours hours;
    private final CallerTenant tenant;

    ReconciliationResource(Reconciler reconciler, Hours hours, CallerTenant tenant) {
        this.reconciler = reconciler;
        this.hours = hours;
        this.tenant = tenant;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(
            summary = "Accepted, computed, reported and dead-lettered activities, and what is missing between them",
            description = "balanced is true when nothing is missing; what is on its way is not missing. accepted,"
                    + " inFlight, differences and balanced are null, with the reason, when the broker is away. With from"
                    + " or to, hours has a row for each hour (UTC) in which the tenant had anything accepted or refused:"
                    + " difference = accepted - (reported + duplicates + amended + deadLettered), late is what had ended"
                    + " more than an hour (a setting) before it was accepted. state is balanced; pending, while the hour"
                    + " is younger than a grace period; unconfirmed, when a replica of ingestion ended without its last"
                    + " counts, so that accepted may be too low; or unbalanced, when something is missing or nobody sent"
                    + " it.")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "the hour of this time is the first; by default 24 hours before to, at most 31 days")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "exclusive; by default now")
    public Reconciliation reconciliation(@Context UriInfo request) throws SQLException {
        Parameters parameters = new Parameters(request.getQueryParameters(), List.of("from", "to"));
        String from = parameters.single("from");
        String to = parameters.single("to");
        if (from == null && to == null) {
            return reconciler.reconcile(tenant.id());
        }
        Instant now = Instant.now();
        TimeRange range = TimeRange.of(from, to, now);
        List<Hour> ofRange = hours.of(tenant.id(), range, now);
        return reconciler.reconcile(tenant.id()).with(ofRange);
    }
}
