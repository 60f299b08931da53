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
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How much, of what, when, by whom. */
@Path("/v1/footprints")
@Tag(name = "Footprints")
@Blocking
class FootprintResource {
    private static final List<Format> FORMATS = List.of(Format.JSON, Format.CSV);

    private final Footprints footprints;
    private final KnownDimensions dimensions;
    private final CallerTenant tenant;

    FootprintResource(Footprints footprints, KnownDimensions dimensions, CallerTenant tenant) {
        this.footprints = footprints;
        this.dimensions = dimensions;
        this.tenant = tenant;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CsvAnswer.MEDIA_TYPE})
    @Operation(
            summary = "Footprints of a range of time, as totals, groups and a series",
            description = "Sums are exact and every figure says how it came about. An answer has at most 20000 points;"
                    + " what would have more is refused with what fits. Groups that do not stand alone because of top"
                    + " are summed exactly in one that is marked as other.")
    @APIResponse(
            responseCode = "200",
            description = "The figures",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = FootprintReport.class)),
                @Content(mediaType = CsvAnswer.MEDIA_TYPE)
            })
    @APIResponse(ref = "BadParameter", responseCode = "400")
    public Response footprints(@Context UriInfo request, @Context HttpHeaders headers) throws SQLException {
        Parameters parameters = new Parameters(request.getQueryParameters(), FootprintRequest.PARAMETERS);
        Format format = Format.of(parameters.single(Format.PARAMETER), headers, FORMATS);
        FootprintRequest question =
                FootprintRequest.of(parameters, dimensions, Clock.systemUTC().instant());
        if (format == Format.CSV && question.comparedWith() != null) {
            throw Problem.invalidParameter(
                    ComparedWith.PARAMETER,
                    "A table holds one range. Ask for the earlier range by a table of its own, or for format=json.");
        }
        FootprintReport report = footprints.report(question, tenant.id());
        return format == Format.CSV
                ? CsvAnswer.of("footprints.csv", csv -> FootprintCsv.write(question.query(), report, csv))
                : json(report);
    }

    private static Response json(FootprintReport report) {
        return Response.ok(report, MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
