package dev.sillage.reporting.query;

import dev.sillage.reporting.access.CallerTenant;
import dev.sillage.reporting.problem.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How much, of what, when, by whom. */
@Path("/v1/footprints")
@Tag(name = "Footprints")
@Blocking
class FootprintResource {
    private final Footprints footprints;
    private final CallerTenant tenant;

    FootprintResource(Footprints footprints, CallerTenant tenant) {
        this.footprints = footprints;
        this.tenant = tenant;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CsvReport.MEDIA_TYPE})
    @Operation(
            summary = "Footprints of a range of time, as totals, groups and a series",
            description = "from and to (exclusive) are RFC 3339 times or dates in UTC, by default the last 24 hours;"
                    + " interval is auto, minute, hour, day or none; groupBy names up to three dimensions; filter is"
                    + " dimension:value or dimension:!value, repeatable; criterion is repeatable, by default all;"
                    + " format is json or csv, and wins over the Accept header.")
    public Response footprints(@Context UriInfo request, @Context HttpHeaders headers) {
        QueryParameters parameters = new QueryParameters(request.getQueryParameters());
        boolean csv = isCsv(parameters.single(QueryParameters.FORMAT), headers);
        FootprintQuery query = parameters.question(Clock.systemUTC().instant());
        FootprintReport report = footprints.report(query, tenant.id());
        return csv ? CsvReport.response(query, report) : json(report);
    }

    private static Response json(FootprintReport report) {
        return Response.ok(report, MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static boolean isCsv(@Nullable String format, HttpHeaders headers) {
        if (format != null && !format.equals("csv") && !format.equals("json")) {
            throw Problem.invalidParameter(
                    QueryParameters.FORMAT, "There is no format " + Problem.quoted(format) + ". Use json or csv.");
        }
        if (format != null) {
            return format.equals("csv");
        }
        for (MediaType accepted : headers.getAcceptableMediaTypes()) {
            if (accepted.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return false;
            }
            if (accepted.isCompatible(CsvReport.TYPE)) {
                return true;
            }
        }
        return false;
    }
}
