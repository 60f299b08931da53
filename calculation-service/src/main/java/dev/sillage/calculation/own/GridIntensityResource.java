package dev.sillage.calculation.own;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sillage.access.Scope;
import dev.sillage.calculation.access.Requires;
import dev.sillage.calculation.factor.FactorForm;
import dev.sillage.calculation.problem.BodyLimit;
import dev.sillage.calculation.problem.Problem;
import dev.sillage.calculation.problem.ProblemType;
import dev.sillage.calculation.problem.ProblemsException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /v1/grid-intensity}: the intensity of grids hour by hour, as a feed of the tenant tells it. */
@Path("/v1/grid-intensity")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Own factors")
public class GridIntensityResource {
    private static final String KEY = "grid.ghg.location";
    private static final String UNIT = "gCO2e/kWh";
    private static final String CENTRAL = "gCo2ePerKwh";
    private static final int MAX_ROWS = 10_000;
    private static final int MAX_PROBLEMS = 20;
    private static final Set<String> MEMBERS = Set.of("zone", "from", "to", CENTRAL, "low", "high", "source");

    private final OwnFactorBook book;
    private final OwnFactorForms forms;
    private final BodyLimit limit;

    GridIntensityResource(OwnFactorBook book, OwnFactorForms forms, BodyLimit limit) {
        this.book = book;
        this.forms = forms;
        this.limit = limit;
    }

    /**
     * What became of a request.
     *
     * @param count how many intensities
     * @param factorSet that results are computed with from now on
     */
    public record Change(int count, String factorSet) {}

    /** Sets intensities from a JSON array. */
    @POST
    @Requires(Scope.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Set grid intensities for stretches of time",
            description = "At most 10000 objects {zone, from, to, gCo2ePerKwh, low?, high?, source}, as a JSON array,"
                    + " as lines of JSON, or as CSV with these names in the first line; all are taken or none. One with"
                    + " the begin of another of its zone replaces it; others must not overlap. Activities of that time"
                    + " and zone are computed with them instead of the catalogue's grid.ghg.location. The source may"
                    + " be given once in the query.")
    public Change json(@QueryParam("source") @Nullable String source, InputStream body) throws IOException {
        return set(IntensityRows.json(limit.read(body)), source);
    }

    /** Sets intensities from lines of JSON. */
    @POST
    @Requires(Scope.ADMIN)
    @Consumes("application/x-ndjson")
    @Operation(hidden = true)
    public Change lines(@QueryParam("source") @Nullable String source, InputStream body) throws IOException {
        return set(IntensityRows.lines(limit.read(body)), source);
    }

    /** Sets intensities from CSV. */
    @POST
    @Requires(Scope.ADMIN)
    @Consumes("text/csv")
    @Operation(hidden = true)
    public Change csv(@QueryParam("source") @Nullable String source, InputStream body) throws IOException {
        return set(IntensityRows.csv(limit.read(body)), source);
    }

    private Change set(List<JsonNode> rows, @Nullable String source) {
        if (rows.isEmpty() || rows.size() > MAX_ROWS) {
            throw Problem.of(
                            ProblemType.TOO_MANY_ITEMS,
                            "send 1 to " + MAX_ROWS + " intensities, not " + rows.size(),
                            "")
                    .asAnswer();
        }
        FactorForm form = forms.of(KEY);
        List<OwnFactor> factors = new ArrayList<>(rows.size());
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < rows.size() && problems.size() < MAX_PROBLEMS; i++) {
            OwnFactor factor = read(rows.get(i), form, source, "/" + i, problems);
            if (factor != null) {
                factors.add(factor);
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems).asAnswer();
        }
        book.set(factors, position -> "/" + position + "/from");
        return new Change(factors.size(), book.factorSet());
    }

    private @Nullable OwnFactor read(
            JsonNode row, FactorForm form, @Nullable String source, String pointer, List<Problem> problems) {
        Members members = new Members(row, pointer, problems);
        members.allow(MEMBERS);
        if (!row.isObject()) {
            return null;
        }
        String zone = members.requiredText("zone");
        String known = zone == null ? null : forms.zone(form, zone).orElse(null);
        if (zone != null && known == null) {
            members.complain(ProblemType.UNKNOWN_ZONE, OwnFactorForms.zoneRemedy(form), "zone");
        }
        for (String time : List.of("from", "to")) {
            if (members.isAbsent(time)) {
                members.complain(ProblemType.MISSING_MEMBER, "is required", time);
            }
        }
        return forms.read(members, form, known, CENTRAL, UNIT, source);
    }

    /** The intensities of a tenant, a part at a time. */
    @GET
    @Operation(summary = "List grid intensities", description = "By zone and time, a part at a time.")
    public OwnFactorPage list(
            @QueryParam("zone") @Nullable String zone,
            @Parameter(description = "Those that hold at this time or later") @QueryParam("from") @Nullable String from,
            @Parameter(description = "Those that begin before this time") @QueryParam("to") @Nullable String to,
            @Parameter(description = "How many at most, 1 to 1000") @QueryParam("limit") @DefaultValue("100")
                    String limit,
            @Parameter(description = "How many to leave out") @QueryParam("offset") @DefaultValue("0") String offset) {
        Instant begin = Query.time("from", from);
        Predicate<OwnFactor> holds =
                begin == null ? factor -> true : factor -> factor.end().isAfter(begin);
        return book.page(fitting(zone, to).and(holds), Query.offset(offset), Query.limit(limit));
    }

    /** Deletes the intensities of a zone, or of all, that begin within a time. */
    @DELETE
    @Requires(Scope.ADMIN)
    @Operation(
            summary = "Delete grid intensities",
            description = "Those that begin within the time given, of one zone or of all. Without a time, all.")
    public Change delete(
            @QueryParam("zone") @Nullable String zone,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        Instant begin = Query.time("from", from);
        Predicate<OwnFactor> notBefore =
                begin == null ? factor -> true : factor -> !factor.start().isBefore(begin);
        int deleted = book.delete(fitting(zone, to).and(notBefore));
        return new Change(deleted, book.factorSet());
    }

    private Predicate<OwnFactor> fitting(@Nullable String zone, @Nullable String to) {
        String known = zone == null
                ? null
                : forms.zone(forms.of(KEY), zone).orElseThrow(() -> Problem.of(
                                ProblemType.UNKNOWN_ZONE, "the query parameter zone must be a zone, like FRA", null)
                        .asAnswer());
        Instant end = Query.time("to", to);
        return factor -> factor.key().equals(KEY)
                && factor.isTimed()
                && (known == null || known.equals(factor.zone()))
                && (end == null || factor.start().isBefore(end));
    }
}
