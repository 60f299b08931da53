package dev.sillage.reporting.export.openmetrics;

import dev.sillage.reporting.access.CallerTenant;
import dev.sillage.reporting.export.TenantMeasures;
import dev.sillage.reporting.problem.Problem;
import io.quarkus.vertx.http.Compressed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a scraper reads. */
@Path("/v1/footprints/metrics")
@Tag(name = "Exports")
@Blocking
class FootprintMetricsResource {
    private final TenantMeasures measures;
    private final CallerTenant tenant;

    FootprintMetricsResource(TenantMeasures measures, CallerTenant tenant) {
        this.measures = measures;
        this.tenant = tenant;
    }

    @GET
    @Produces({Exposition.OpenMetricsType.NAME, MediaType.TEXT_PLAIN})
    @Compressed
    @Operation(
            summary = "All footprints that are in the report, for Prometheus",
            description =
                    "OpenMetrics 1.0 or the Prometheus text format, as the header Accept says. Exact sums over all"
                            + " time by kind and team, as gauges: what is corrected, taken back or restated can lower them. The"
                            + " smaller teams are together in team=\"other\". Read at most once in ten seconds;"
                            + " sillage_read_timestamp_seconds tells when.")
    @APIResponse(
            responseCode = "200",
            description = "The sums",
            content = {
                @Content(mediaType = Exposition.OpenMetricsType.NAME, schema = @Schema(implementation = String.class)),
                @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(implementation = String.class))
            })
    @APIResponse(ref = "BadParameter", responseCode = "400")
    public Response metrics(@Context UriInfo request, @Context HttpHeaders headers) throws SQLException {
        for (String name : request.getQueryParameters().keySet()) {
            throw Problem.unknownParameter(name, "none");
        }
        Exposition exposition = Exposition.accepted(headers.getAcceptableMediaTypes());
        if (exposition == null) {
            throw new NotAcceptableException();
        }
        byte[] text = exposition.text(measures.of(tenant.id())).getBytes(StandardCharsets.UTF_8);
        return Response.ok(text, exposition.mediaType())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
