package dev.sillage.reporting.restate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sillage.access.Scope;
import dev.sillage.reporting.access.CallerTenant;
import dev.sillage.reporting.access.Requires;
import dev.sillage.reporting.problem.Problem;
import dev.sillage.reporting.problem.ProblemType;
import dev.sillage.reporting.restate.Restatement.State;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;

/** Computing a history again: what changes, why, and how far it is. */
@Path("/v1/restatements")
@Tag(name = "Restatements")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class RestatementsResource {
    private static final int NEWEST = 100;

    private final Restatements restatements;
    private final CallerTenant tenant;

    RestatementsResource(Restatements restatements, CallerTenant tenant) {
        this.restatements = restatements;
        this.tenant = tenant;
    }

    @POST
    @Requires(Scope.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Computes the activities of a period again",
            description = "Needs the scope admin. from and to (exclusive) are RFC 3339 times of the activities, reason"
                    + " stays on the record; methodology is by default that of each kind, factorSet, when given, must be"
                    + " what the calculation has; kinds leaves some kinds; dryRun changes nothing but tells the"
                    + " difference. Live activities go on meanwhile. One at a time.")
    public Response begin(JsonNode body) throws SQLException {
        Restatement begun = restatements.begin(tenant.id(), actor(), RestatementRequest.of(body));
        return Response.created(URI.create("/v1/restatements/" + begun.id()))
                .entity(restatements.view(tenant.id(), begun.id()))
                .build();
    }

    @GET
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(summary = "The restatements of the tenant, newest first, at most 100")
    public RestatementList newest() throws SQLException {
        return new RestatementList(restatements.newest(tenant.id(), NEWEST));
    }

    @GET
    @Path("/{id}")
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(
            summary = "One restatement, with what it moved",
            description = "differences are exact sums over the activities that changed, before and after, by kind and"
                    + " criterion; skipped tells how many stay as they were, and why.")
    public RestatementView one(@RestPath String id) throws SQLException {
        return restatements.view(tenant.id(), id(id));
    }

    @POST
    @Requires(Scope.ADMIN)
    @Path("/{id}/pause")
    @Operation(summary = "Stops after the page that is being written", description = "Needs the scope admin.")
    public RestatementView pause(@RestPath String id) throws SQLException {
        return move(id, State.RUNNING, State.PAUSED);
    }

    @POST
    @Requires(Scope.ADMIN)
    @Path("/{id}/resume")
    @Operation(summary = "Goes on where it was paused", description = "Needs the scope admin.")
    public RestatementView resume(@RestPath String id) throws SQLException {
        return move(id, State.PAUSED, State.RUNNING);
    }

    @POST
    @Requires(Scope.ADMIN)
    @Path("/{id}/cancel")
    @Operation(
            summary = "Ends it where it is",
            description = "Needs the scope admin. What was computed again stays so; another restatement with the former"
                    + " method brings the former figures back.")
    public RestatementView cancel(@RestPath String id) throws SQLException {
        return move(id, State.RUNNING, State.CANCELLED);
    }

    private RestatementView move(String id, State from, State to) throws SQLException {
        restatements.move(tenant.id(), actor(), id(id), from, to);
        return restatements.view(tenant.id(), id(id));
    }

    private String actor() {
        return tenant.actor();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Problem.of(
                    ProblemType.UNKNOWN_RESTATEMENT,
                    Problem.quoted(text) + " is not the id of one. GET /v1/restatements lists those that there are.");
        }
    }

    record RestatementList(List<RestatementView> restatements) {}
}
