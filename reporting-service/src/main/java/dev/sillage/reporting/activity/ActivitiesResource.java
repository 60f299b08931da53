package dev.sillage.reporting.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sillage.activity.ActivityKind;
import dev.sillage.footprint.ActivityReference;
import dev.sillage.reporting.access.CallerTenant;
import dev.sillage.reporting.problem.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
    private final Explainer explainer;
    private final CallerTenant tenant;

    ActivitiesResource(Ledger ledger, Explainer explainer, CallerTenant tenant) {
        this.ledger = ledger;
        this.explainer = explainer;
        this.tenant = tenant;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(
            summary = "The newest activities, by the time when they ended",
            description = "limit is 1 to 200, by default 20; kind leaves one kind; cursor is next of the page before."
                    + " next is absent on the last page.")
    public ActivityPage newest(@Context UriInfo request) throws SQLException {
        Parameters parameters = new Parameters(request.getQueryParameters(), List.of("limit", "kind", "cursor"));
        int limit = parameters.number("limit", DEFAULT_LIMIT, MAX_LIMIT);
        String cursor = parameters.single("cursor");
        List<Ledger.Found> found = ledger.newest(
                tenant.id(), kind(parameters), cursor == null ? Cursor.BEGINNING : Cursor.of(cursor), limit + 1);
        boolean more = found.size() > limit;
        List<Ledger.Found> page = more ? found.subList(0, limit) : found;
        return new ActivityPage(
                page.stream().map(Ledger.Found::activity).toList(),
                more ? page.get(limit - 1).cursor().text() : null);
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
        Parameters parameters = new Parameters(request.getQueryParameters(), List.of("lang"));
        String language = parameters.language(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        StoredActivity activity = ledger.find(new ActivityReference(tenant.id(), source, id))
                .orElseThrow(() -> Problem.unknownActivity(
                        "There is no activity " + Problem.quoted(id) + " of " + Problem.quoted(source)
                                + " in the report. Give source and id as in the event, each percent-encoded."));
        return explainer.explain(activity, language, tenant.authorization());
    }

    private static @Nullable String kind(Parameters parameters) {
        String kind = parameters.single("kind");
        if (kind != null && ActivityKind.ofWireName(kind).isEmpty()) {
            throw Problem.invalidParameter("kind", "There is no kind " + Problem.quoted(kind) + ".");
        }
        return kind;
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
