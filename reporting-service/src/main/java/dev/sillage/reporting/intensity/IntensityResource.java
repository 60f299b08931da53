package dev.sillage.reporting.intensity;

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
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** How much for one of what was delivered. */
@Path("/v1/intensity")
@Tag(name = "Footprints")
@Blocking
class IntensityResource {
    private static final String USERS = "users";
    private static final int MAX_USERS = 1_000_000_000;
    private static final List<String> KNOWN = Stream.concat(
                    QueryParameters.SELECTION.stream().filter(name -> !name.equals(QueryParameters.AS_OF)),
                    Stream.of(Unit.PARAMETER, USERS))
            .toList();

    private final Intensities intensities;
    private final KnownDimensions dimensions;
    private final CallerTenant tenant;

    IntensityResource(Intensities intensities, KnownDimensions dimensions, CallerTenant tenant) {
        this.intensities = intensities;
        this.dimensions = dimensions;
        this.tenant = tenant;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(
            summary = "Figures per prompt, 1000 tokens, hour, activity and user",
            description = "Numerator and denominator are always of the same activities. countedBy says where a quantity"
                    + " comes from; a unit that nothing was measured in is absent with the reason. sci is the Software"
                    + " Carbon Intensity of ISO/IEC 21031: location-based and embodied emissions together.")
    @APIResponse(ref = "BadParameter", responseCode = "400")
    public IntensityReport intensity(@Context UriInfo request) throws SQLException {
        Parameters parameters = new Parameters(request.getQueryParameters(), KNOWN);
        FootprintQuery query = new QueryParameters(parameters, dimensions)
                .selection(Clock.systemUTC().instant());
        List<Unit> units = parameters.list(Unit.PARAMETER).stream()
                .map(Unit::ofWireName)
                .distinct()
                .toList();
        Integer users = parameters.has(USERS) ? parameters.number(USERS, 1, MAX_USERS) : null;
        if (users != null && !query.groupBy().isEmpty()) {
            throw Problem.invalidParameter(
                    USERS, "A number of users is of everything together. Leave out groupBy, or filter one group.");
        }
        return intensities.report(query, units.isEmpty() ? List.of(Unit.values()) : units, users, tenant.id());
    }
}
