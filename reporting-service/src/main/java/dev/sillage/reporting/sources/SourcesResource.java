package dev.sillage.reporting.sources;

import dev.sillage.footprint.Criterion;
import dev.sillage.reporting.access.CallerTenant;
import dev.sillage.reporting.problem.Problem;
import dev.sillage.reporting.query.Filter;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Where a figure comes from. */
@Path("/v1/sources")
@Tag(name = "Footprints")
@Blocking
class SourcesResource {
    private static final String CRITERION = "criterion";
    private static final String LIMIT = "limit";
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 200;
    private static final List<String> KNOWN = List.of(
            QueryParameters.FROM, QueryParameters.TO, QueryParameters.TIME_ZONE, Filter.PARAMETER, CRITERION, LIMIT);

    private final Sources sources;
    private final KnownDimensions dimensions;
    private final CallerTenant tenant;

    SourcesResource(Sources sources, KnownDimensions dimensions, CallerTenant tenant) {
        this.sources = sources;
        this.dimensions = dimensions;
        this.tenant = tenant;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(
            summary = "The methods, factor sets, tiers, warnings and activities behind a figure",
            description = "Give from and to of a bar, and its key as filters (team=search). With one criterion its"
                    + " figures are shared out as well. next is the address of the activities after the first ones.")
    @APIResponse(ref = "BadParameter", responseCode = "400")
    public SourcesReport sources(@Context UriInfo request) throws SQLException {
        Parameters parameters = new Parameters(request.getQueryParameters(), KNOWN);
        FootprintQuery query = new QueryParameters(parameters, dimensions)
                .selection(Clock.systemUTC().instant());
        boolean named = parameters.has(CRITERION);
        if (named && query.criteria().size() != 1) {
            throw Problem.invalidParameter(CRITERION, "Figures are shared out of one criterion. Name one, or none.");
        }
        Criterion criterion = named ? query.criteria().get(0) : null;
        return sources.report(query, criterion, parameters.number(LIMIT, DEFAULT_LIMIT, MAX_LIMIT), tenant.id());
    }
}
