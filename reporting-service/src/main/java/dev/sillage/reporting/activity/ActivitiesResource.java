package dev.sillage.reporting.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sillage.footprint.ActivityReference;
import dev.sillage.reporting.access.CallerTenant;
import dev.sillage.reporting.problem.Problem;
import dev.sillage.reporting.query.CsvAnswer;
import dev.sillage.reporting.query.Format;
import dev.sillage.reporting.query.KnownDimensions;
import dev.sillage.reporting.query.Parameters;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Which activities there are, and why the figures of one are what they are. */
@Path("/v1/activities")
@Tag(name = "Activities")
@Blocking
class ActivitiesResource {
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 200;

    private final Ledger ledger;
    private final ActivityList activities;
    private final ActivityCsv csv;
    private final ActivityParquet parquet;
    private final Explainer explainer;
    private final KnownDimensions dimensions;
    private final CallerTenant tenant;
    private final List<String> known;

    ActivitiesResource(
            Ledger ledger,
            ActivityList activities,
            ActivityCsv csv,
            ActivityParquet parquet,
            Explainer explainer,
            KnownDimensions dimensions,
            CallerTenant tenant) {
        this.ledger = ledger;
        this.activities = activities;
        this.csv = csv;
        this.parquet = parquet;
        this.explainer = explainer;
        this.dimensions = dimensions;
        this.tenant = tenant;
        this.known = ActivityParameters.known(
                dimensions, ActivityParameters.LIMIT, ActivityParameters.CURSOR, Format.PARAMETER);
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CsvAnswer.MEDIA_TYPE, Format.PARQUET_MEDIA_TYPE})
    @Operation(
            summary = "Activities, newest first by the time when they ended",
            description =
                    "Any dimension of figures (kind, provider, model, zone, region, team, …) is a parameter of its own too."
                            + " next is absent on the last page. With source or label a page can hold fewer than limit, even"
                            + " none, while there is a next one: each looks into 20000 activities. As CSV or Parquet all of"
                            + " them come, without limit and cursor: at most a million as CSV, newest first; at most ten"
                            + " million as Parquet, in no order, as they were at one moment.")
    @APIResponse(
            responseCode = "200",
            description = "The activities",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ActivityPage.class)),
                @Content(mediaType = CsvAnswer.MEDIA_TYPE),
                @Content(
                        mediaType = Format.PARQUET_MEDIA_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(ref = "BadParameter", responseCode = "400")
    public Response newest(@Context Request method, @Context UriInfo request, @Context HttpHeaders headers)
            throws SQLException {
        Parameters parameters = new Parameters(request.getQueryParameters(), known);
        Format format = Format.of(
                parameters.single(Format.PARAMETER), headers, List.of(Format.JSON, Format.CSV, Format.PARQUET));
        ActivitySelection selection = ActivityParameters.selection(parameters, dimensions);
        Response answer =
                switch (format) {
                    case JSON -> page(parameters, selection);
                    case CSV -> {
                        refusePages(parameters);
                        yield csv.table(tenant.id(), selection);
                    }
                    case PARQUET -> {
                        refusePages(parameters);
                        yield parquet.table(tenant.id(), selection);
                    }
                };
        // Else a table would be read that is not sent.
        return method.getMethod().equals("HEAD")
                ? Response.fromResponse(answer).entity(null).build()
                : answer;
    }

    private static void refusePages(Parameters parameters) {
        for (String ofPages : List.of(ActivityParameters.LIMIT, ActivityParameters.CURSOR)) {
            if (parameters.has(ofPages)) {
                throw Problem.invalidParameter(
                        ofPages, "A table has no pages. Leave out " + ofPages + ", or ask for format=json.");
            }
        }
    }

    private Response page(Parameters parameters, ActivitySelection selection) throws SQLException {
        int limit = parameters.number(ActivityParameters.LIMIT, DEFAULT_LIMIT, MAX_LIMIT);
        String cursor = parameters.single(ActivityParameters.CURSOR);
        ActivityList.Page page =
                activities.page(tenant.id(), selection, cursor == null ? Cursor.BEGINNING : Cursor.of(cursor), limit);
        return Response.ok(new ActivityPage(page.activities(), page.next()), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("/{source}/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @ResponseHeader(name = HttpHeaders.VARY, value = HttpHeaders.ACCEPT_LANGUAGE)
    @Operation(
            summary = "One activity, and every step of the computation of its figures",
            description = "source and id as in the event, each percent-encoded. explanation is what the calculation"
                    + " answers now to the stored data; explanationAgrees tells whether its figures are the stored"
                    + " ones to the last digit. Without the calculation problem says why there is no explanation."
                    + " The language is that of lang or of Accept-Language.")
    public ExplainedActivity one(
            @RestPath String source, @RestPath String id, @Context UriInfo request, @Context HttpHeaders headers)
            throws SQLException {
        Parameters parameters = new Parameters(request.getQueryParameters(), List.of(RequestedLanguage.PARAMETER));
        String language = RequestedLanguage.of(
                parameters.single(RequestedLanguage.PARAMETER), headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        StoredActivity activity = ledger.find(new ActivityReference(tenant.id(), source, id))
                .orElseThrow(() -> Problem.unknownActivity(
                        "There is no activity " + Problem.quoted(id) + " of " + Problem.quoted(source)
                                + " in the report. Give source and id as in the event, each percent-encoded."));
        return explainer.explain(activity, language, tenant.authorization());
    }

    /**
     * Some activities.
     *
     * @param activities newest first
     * @param next cursor of the next page, absent on the last
     */
    record ActivityPage(
            List<StoredActivity> activities,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String next) {}
}
