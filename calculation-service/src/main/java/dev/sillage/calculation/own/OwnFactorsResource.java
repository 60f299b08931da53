package dev.sillage.calculation.own;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sillage.access.Scope;
import dev.sillage.calculation.access.Requires;
import dev.sillage.calculation.factor.FactorForm;
import dev.sillage.calculation.problem.BodyLimit;
import dev.sillage.calculation.problem.JsonBody;
import dev.sillage.calculation.problem.Problem;
import dev.sillage.calculation.problem.ProblemType;
import dev.sillage.calculation.problem.ProblemsException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /v1/own-factors}: what a tenant knows better than the catalogue. */
@Path("/v1/own-factors")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Own factors")
public class OwnFactorsResource {
    private static final Set<String> MEMBERS = Set.of("unit", "low", "central", "high", "from", "to", "source");
    private static final String ZONE = "Zone, for a factor that differs by place";

    private final OwnFactorBook book;
    private final OwnFactorForms forms;
    private final BodyLimit limit;

    OwnFactorsResource(OwnFactorBook book, OwnFactorForms forms, BodyLimit limit) {
        this.book = book;
        this.forms = forms;
        this.limit = limit;
    }

    /** The own factors of the tenant, a part at a time. */
    @GET
    @Operation(summary = "List own factors", description = "By key, zone and time, a part at a time.")
    public OwnFactorPage list(
            @Parameter(description = "First part of the key, for example datacentre.") @QueryParam("prefix") @Nullable
                    String prefix,
            @Parameter(description = "How many at most, 1 to 1000") @QueryParam("limit") @DefaultValue("100")
                    String limit,
            @Parameter(description = "How many to leave out") @QueryParam("offset") @DefaultValue("0") String offset) {
        return book.page(
                factor -> prefix == null || factor.key().startsWith(prefix), Query.offset(offset), Query.limit(limit));
    }

    /** The own factors of one key. */
    @GET
    @Path("{key:.+}")
    @Operation(summary = "The own factors of one key", description = "Of all zones and times, or of one zone.")
    public OwnFactorPage one(String key, @Parameter(description = ZONE) @QueryParam("zone") @Nullable String zone) {
        OwnFactorPage page =
                book.page(factor -> factor.key().equals(key) && (zone == null || zone.equals(factor.zone())), 0, 1000);
        if (page.total() == 0) {
            throw unknown();
        }
        return page;
    }

    /** Sets an own factor, in place of one of the same key, zone and begin. */
    @PUT
    @Requires(Scope.ADMIN)
    @Path("{key:.+}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Set an own factor",
            description = "All later computations for this tenant use it instead of the catalogue's, and name it in"
                    + " their warnings. With from or to it holds for activities of that time only, and comes before one"
                    + " without. Answered when it is durable. Keys that are often set: datacentre.pue, cloud.pue and"
                    + " cloud.wue by provider:region, grid.ghg.market by zone for a supplier's figure, server.lifetime,"
                    + " device.<class>.lifetime, email.device-mix.<class> and streaming.device-mix.<class>.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples =
                                    @ExampleObject(
                                            name = "own PUE",
                                            value = "{\"unit\": \"1\", \"central\": 1.15, \"low\": 1.12, \"high\":"
                                                    + " 1.2, \"from\": \"2026-01-01\", \"source\": \"meters of the"
                                                    + " Lyon site\"}")))
    public OwnFactorView set(
            String key, @Parameter(description = ZONE) @QueryParam("zone") @Nullable String zone, InputStream body)
            throws IOException {
        FactorForm form = forms.of(key);
        String place = zone(form, zone);
        JsonNode json = JsonBody.parse(limit.read(body));
        List<Problem> problems = new ArrayList<>();
        Members members = new Members(json, "", problems);
        members.allow(MEMBERS);
        String unit = json.isObject() ? members.requiredText("unit") : null;
        OwnFactor factor = unit == null ? null : forms.read(members, form, place, "central", unit, null);
        if (!problems.isEmpty() || factor == null) {
            throw new ProblemsException(problems).asAnswer();
        }
        book.set(List.of(factor), position -> "/from");
        return OwnFactorView.of(factor);
    }

    /** Deletes the own factors of a key and zone, or the one that begins at a moment. */
    @DELETE
    @Requires(Scope.ADMIN)
    @Path("{key:.+}")
    @Operation(
            summary = "Delete own factors",
            description = "Of one key and zone: all of them, or the one that begins at the time given. The catalogue's"
                    + " holds again for what is computed from then on.")
    public void delete(
            String key,
            @Parameter(description = ZONE) @QueryParam("zone") @Nullable String zone,
            @Parameter(description = "Begin of the one to delete") @QueryParam("from") @Nullable String from) {
        String place = zone(forms.of(key), zone);
        Instant begin = Query.time("from", from);
        int deleted = book.delete(factor -> factor.key().equals(key)
                && Objects.equals(factor.zone(), place)
                && (begin == null || begin.equals(factor.from())));
        if (deleted == 0) {
            throw unknown();
        }
    }

    private @Nullable String zone(FactorForm form, @Nullable String zone) {
        if (zone == null && !form.needsZone()) {
            return null;
        }
        return forms.zone(form, zone == null ? "" : zone).orElseThrow(() -> Problem.of(
                        ProblemType.UNKNOWN_ZONE, "the query parameter zone " + OwnFactorForms.zoneRemedy(form), null)
                .asAnswer());
    }

    private static RuntimeException unknown() {
        return Problem.of(
                        ProblemType.UNKNOWN_OWN_FACTOR,
                        "this tenant has no own factor of this key, zone and time; see GET /v1/own-factors",
                        null)
                .asAnswer();
    }
}
