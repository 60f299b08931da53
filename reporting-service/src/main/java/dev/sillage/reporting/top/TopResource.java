package dev.sillage.reporting.top;

import dev.sillage.footprint.Criterion;
import dev.sillage.reporting.access.CallerTenant;
import dev.sillage.reporting.problem.Problem;
import dev.sillage.reporting.query.FootprintQuery;
import dev.sillage.reporting.query.KnownDimensions;
import dev.sillage.reporting.query.Parameters;
import dev.sillage.reporting.query.QueryParameters;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** What is the most of it. */
@Path("/v1/footprints/top")
@Tag(name = "Footprints")
@Blocking
class TopResource {
    private static final String LIMIT = "limit";
    private static final int DEFAULT_LIMIT = 10;
    private static final int MAX_LIMIT = 100;
    private static final List<String> KNOWN =
            Stream.concat(QueryParameters.SELECTION.stream(), Stream.of(LIMIT)).toList();

    private final TopGroups groups;
    private final KnownDimensions dimensions;
    private final CallerTenant tenant;

    TopResource(TopGroups groups, KnownDimensions dimensions, CallerTenant tenant) {
        this.groups = groups;
        this.dimensions = dimensions;
        this.tenant = tenant;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(
            summary = "The largest groups by one criterion, with their shares, and all others together",
            description = "groupBy names up to three dimensions; without it each combination of all dimensions stands"
                    + " for itself. criterion names the one to rank by, unless basis and phase leave only one.")
    @APIResponse(ref = "BadParameter", responseCode = "400")
    public TopReport top(@Context UriInfo request) throws SQLException {
        Parameters parameters = new Parameters(request.getQueryParameters(), KNOWN);
        FootprintQuery query = new QueryParameters(parameters, dimensions)
                .selection(Clock.systemUTC().instant());
        if (query.criteria().size() != 1) {
            throw Problem.invalidParameter(
                    "criterion",
                    "Groups are ranked by one criterion. Give one of "
                            + query.criteria().stream().map(Criterion::wireName).collect(Collectors.joining(", "))
                            + ".");
        }
        int limit = parameters.number(LIMIT, DEFAULT_LIMIT, MAX_LIMIT);
        return groups.report(query.groupBy().isEmpty() ? query.groupedBy(dimensions.all()) : query, limit, tenant.id());
    }
}
