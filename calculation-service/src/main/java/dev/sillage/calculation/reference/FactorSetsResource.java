package dev.sillage.calculation.reference;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sillage.calculation.factor.FactorChange;
import dev.sillage.calculation.factor.FactorDifferences;
import dev.sillage.calculation.factor.FactorHistory;
import dev.sillage.calculation.factor.FactorSet;
import dev.sillage.calculation.problem.Problem;
import dev.sillage.calculation.problem.ProblemType;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/factor-sets}: the published factor sets, and what differs between two of them. */
@Path("/v1/factor-sets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Factors and methodologies")
public class FactorSetsResource {
    private final FactorHistory history;

    FactorSetsResource(FactorHistory history) {
        this.history = history;
    }

    /**
     * A factor set.
     *
     * @param version as results carry it; an earlier set without its digest
     * @param published the day of it, ISO 8601
     * @param factors how many it has
     * @param figures digest of all keys, zones, units and figures
     * @param current whether it is the one in use
     */
    public record SetView(String version, String published, int factors, String figures, boolean current) {}

    /**
     * What differs between two sets.
     *
     * @param from the one set
     * @param to the other set
     * @param added how many factors only the other has
     * @param removed how many factors only the one has
     * @param changed how many factors have another unit or other figures
     * @param offset how many differences come before this part
     * @param differences the part: added, then removed, then changed ones, each by key, zone and period
     */
    public record DifferencesView(
            String from, String to, int added, int removed, int changed, int offset, List<Difference> differences) {}

    /**
     * One difference.
     *
     * @param change added, removed or changed
     * @param before in the one set, unless added
     * @param after in the other set, unless removed
     * @param ratio central figure after over before, when both have one unit
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Difference(
            String change,
            @Nullable FiguresView before,
            @Nullable FiguresView after,
            @Nullable Double ratio) {}

    /** All sets, the oldest first. */
    @GET
    @Operation(summary = "List factor sets", description = "All published ones, the oldest first.")
    public List<SetView> list() {
        List<FactorSet> sets = history.sets();
        FactorSet current = sets.get(sets.size() - 1);
        return sets.stream()
                .map(set -> new SetView(
                        set.version(),
                        set.published().toString(),
                        set.factors().size(),
                        set.figuresDigest(),
                        set.equals(current)))
                .toList();
    }

    /** What differs between two sets. */
    @GET
    @Path("{from}/differences/{to}")
    @Operation(
            summary = "Differences between two factor sets",
            description = "Added, removed and changed factors, with the ratio of the central figures.")
    public DifferencesView differences(
            @Parameter(example = "2026.1") String from,
            @Parameter(example = "2026.2") String to,
            @QueryParam("limit") @DefaultValue("100") String limit,
            @QueryParam("offset") @DefaultValue("0") String offset) {
        Window window = Window.of(offset, limit);
        FactorDifferences found = history.differences(find(from), find(to));
        List<Difference> all = Stream.of(
                        found.added().stream()
                                .map(factor -> new Difference("added", null, FiguresView.of(factor), null)),
                        found.removed().stream()
                                .map(factor -> new Difference("removed", FiguresView.of(factor), null, null)),
                        found.changed().stream().map(FactorSetsResource::changed))
                .flatMap(part -> part)
                .toList();
        return new DifferencesView(
                found.from(),
                found.to(),
                found.added().size(),
                found.removed().size(),
                found.changed().size(),
                window.offset(),
                window.of(all));
    }

    private static Difference changed(FactorChange change) {
        double ratio = change.ratio();
        return new Difference(
                "changed",
                FiguresView.of(change.before()),
                FiguresView.of(change.after()),
                Double.isNaN(ratio) ? null : ratio);
    }

    private FactorSet find(String version) {
        return history.find(version).orElseThrow(() -> Problem.of(
                        ProblemType.UNKNOWN_FACTOR_SET,
                        "there is no factor set of this version; the sets are "
                                + history.sets().stream()
                                        .map(FactorSet::version)
                                        .toList(),
                        null)
                .asAnswer());
    }
}
