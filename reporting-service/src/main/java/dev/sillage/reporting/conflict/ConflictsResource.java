package dev.sillage.reporting.conflict;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sillage.reporting.access.CallerTenant;
import dev.sillage.reporting.conflict.ConflictReader.Found;
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
import org.jspecify.annotations.Nullable;

/** Activities whose id stands for another one already. */
@Path("/v1/conflicts")
@Tag(name = "Reconciliation")
@Blocking
class ConflictsResource {
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 200;

    private final ConflictReader reader;
    private final CallerTenant tenant;

    ConflictsResource(ConflictReader reader, CallerTenant tenant) {
        this.reader = reader;
        this.tenant = tenant;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(
            summary = "Activities that were not counted, because another one has their source and id; newest first",
            description = "counted is what the report holds, notCounted what came later with another content, times how"
                    + " often. Give each activity an id of its own, or send a correction of the counted one."
                    + " next is absent on the last page.")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "when it came first, inclusive; by default all of them, or 24 hours before to")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "when it came first, exclusive; by default now")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 200, by default 20")
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "next of the page before")
    public ConflictPage newest(@Context UriInfo request) throws SQLException {
        Parameters parameters = new Parameters(request.getQueryParameters(), List.of("from", "to", "limit", "cursor"));
        int limit = parameters.number("limit", DEFAULT_LIMIT, MAX_LIMIT);
        String cursor = parameters.single("cursor");
        List<Found> found = reader.newest(
                tenant.id(), range(parameters), cursor == null ? Place.BEGINNING : Place.of(cursor), limit + 1);
        boolean more = found.size() > limit;
        List<Found> page = more ? found.subList(0, limit) : found;
        return new ConflictPage(
                page.stream().map(Found::conflict).toList(),
                more ? page.get(limit - 1).place().cursor() : null);
    }

    private static TimeRange range(Parameters parameters) {
        String from = parameters.single("from");
        String to = parameters.single("to");
        // A moment that begins now has not ended: what came in this very second belongs to it.
        Instant now = Instant.now().plusSeconds(1);
        return from == null && to == null ? new TimeRange(Instant.EPOCH, now) : TimeRange.of(from, to, now);
    }

    /**
     * Some conflicts.
     *
     * @param conflicts newest first
     * @param next cursor of the next page, absent on the last
     */
    record ConflictPage(
            List<Conflict> conflicts,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String next) {}
}
