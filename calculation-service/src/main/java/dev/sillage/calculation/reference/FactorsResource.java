package dev.sillage.calculation.reference;

import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.problem.Problem;
import dev.sillage.calculation.problem.ProblemType;
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
    private static final int MAX_LIMIT = 1000;

    private final FactorCatalogue factors;

    FactorsResource(FactorCatalogue factors) {
        this.factors = factors;
    }

    /** The factors whose key begins with {@code prefix} and whose zone is {@code zone}, a part at a time. */
    @GET
    @Operation(summary = "List factors", description = "By key, zone and period; with filters, a part at a time.")
    public FactorPage list(
            @Parameter(description = "First part of the key, for example grid.") @QueryParam("prefix") @Nullable
                    String prefix,
            @Parameter(description = "Zone, for example FRA") @QueryParam("zone") @Nullable String zone,
            @Parameter(description = "How many at most, 1 to 1000") @QueryParam("limit") @DefaultValue("100")
                    String limit,
            @Parameter(description = "How many to leave out") @QueryParam("offset") @DefaultValue("0") String offset) {
        int from = number("offset", offset, 0, Integer.MAX_VALUE);
        int count = number("limit", limit, 1, MAX_LIMIT);
        List<Factor> fitting = factors.factors().stream()
                .filter(factor -> prefix == null || factor.key().startsWith(prefix))
                .filter(factor -> zone == null || zone.equals(factor.zone()))
                .toList();
        List<FactorView> part =
                fitting.stream().skip(from).limit(count).map(FactorView::of).toList();
        return new FactorPage(factors.version(), fitting.size(), from, part);
    }

    /** All zones and periods of one factor. */
    @GET
    @Path("{key}")
    @Operation(summary = "One factor", description = "All its zones and periods, with source, year and licence.")
    public FactorPage one(String key) {
        List<FactorView> rows =
                factors.factors(key).stream().map(FactorView::of).toList();
        if (rows.isEmpty()) {
            throw Problem.of(
                            ProblemType.UNKNOWN_FACTOR,
                            "the factor set " + factors.version() + " has no factor of this key; see GET /v1/factors",
                            null)
                    .asAnswer();
        }
        return new FactorPage(factors.version(), rows.size(), 0, rows);
    }

    /** Read here and not by the HTTP layer, which would answer a bad number with 404. */
    private static int number(String name, String value, int min, int max) {
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Answered below.
        }
        throw Problem.of(
                        ProblemType.INVALID_PARAMETER,
                        "the query parameter " + name + " must be a whole number from " + min + " to " + max,
                        null)
                .asAnswer();
    }
}
