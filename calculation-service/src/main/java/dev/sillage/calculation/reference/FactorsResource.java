package dev.sillage.calculation.reference;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.factor.FactorHistory;
import dev.sillage.calculation.factor.FactorSet;
import dev.sillage.calculation.problem.Problem;
import dev.sillage.calculation.problem.ProblemType;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/factors}: every constant of the computation, with its source. */
@Path("/v1/factors")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Factors and methodologies")
public class FactorsResource {
    private final FactorCatalogue factors;
    private final FactorHistory history;

    FactorsResource(FactorCatalogue factors, FactorHistory history) {
        this.factors = factors;
        this.history = history;
    }

    /**
     * One key.
     *
     * @param factorSet version and digest of the factor set
     * @param key as asked
     * @param meaning what the key stands for, for all keys but those of the registries
     * @param total how many rows it has
     * @param factors the rows, by zone and period
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record KeyView(
            String factorSet, String key, @Nullable String meaning, int total, List<FactorView> factors) {}

    /**
     * One key over the published factor sets.
     *
     * @param key as asked
     * @param sets the oldest first
     */
    public record HistoryView(String key, List<SetRows> sets) {}

    /**
     * The rows of one key in one set.
     *
     * @param factorSet its version
     * @param published the day of it, ISO 8601
     * @param factors its rows; none when the set does not have the key
     */
    public record SetRows(String factorSet, String published, List<FiguresView> factors) {}

    /** The factors that fit the filter, a part at a time. */
    @GET
    @Operation(summary = "List factors", description = "By key, zone and period; with filters, a part at a time.")
    public FactorPage list(
            @BeanParam FactorFilter filter,
            @Parameter(description = "How many at most, 1 to 1000") @QueryParam("limit") @DefaultValue("100")
                    String limit,
            @Parameter(description = "How many to leave out") @QueryParam("offset") @DefaultValue("0") String offset) {
        Window window = Window.of(offset, limit);
        List<Factor> fitting = filter.of(factors).toList();
        return new FactorPage(
                factors.version(),
                fitting.size(),
                window.offset(),
                window.of(fitting).stream().map(FactorView::of).toList());
    }

    /** All zones and periods of one factor. */
    @GET
    @Path("{key}")
    @Operation(
            summary = "One factor",
            description = "What it means, and all its zones and periods, with source, year and licence.")
    public KeyView one(@Parameter(example = "network.fixed.energy") String key) {
        List<FactorView> rows =
                factors.factors(key).stream().map(FactorView::of).toList();
        if (rows.isEmpty()) {
            throw unknown("no row of the factor set " + factors.version());
        }
        return new KeyView(factors.version(), key, factors.meaning(key).orElse(null), rows.size(), rows);
    }

    /** One factor over all published factor sets. */
    @GET
    @Path("{key}/history")
    @Operation(summary = "History of a factor", description = "Its rows in each published factor set, oldest first.")
    public HistoryView history(@Parameter(example = "grid.ghg.location") String key) {
        List<SetRows> rows = history.sets().stream().map(set -> rows(set, key)).toList();
        if (rows.stream().allMatch(set -> set.factors().isEmpty())) {
            throw unknown("no published factor set");
        }
        return new HistoryView(key, rows);
    }

    private static SetRows rows(FactorSet set, String key) {
        return new SetRows(
                set.version(),
                set.published().toString(),
                set.factors(key).stream().map(FiguresView::of).toList());
    }

    private static RuntimeException unknown(String where) {
        return Problem.of(ProblemType.UNKNOWN_FACTOR, where + " has a factor of this key; see GET /v1/factors", null)
                .asAnswer();
    }
}
