package dev.sillage.calculation.problem;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The page behind the {@code type} of every problem. */
@Path("/problems")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Problems")
public class ProblemsResource {

    /**
     * The description of a kind of problem.
     *
     * @param code stable
     * @param status the HTTP status that goes with it
     * @param title a few words
     * @param meaning what has happened
     * @param remedy how to mend it
     */
    public record Description(String code, int status, String title, String meaning, String remedy) {
        private static Description of(ProblemType type) {
            return new Description(type.code(), type.status(), type.title(), type.meaning(), type.remedy());
        }
    }

    /** All kinds of problem of this service. */
    @GET
    @Operation(summary = "All kinds of problem", description = "Each with its meaning and how to mend it.")
    public List<Description> all() {
        return Arrays.stream(ProblemType.values()).map(Description::of).toList();
    }

    /** One kind of problem. */
    @GET
    @Path("{code}")
    @Operation(summary = "One kind of problem")
    public Description one(String code) {
        return ProblemType.ofCode(code).map(Description::of).orElseThrow(() -> Problem.of(
                        ProblemType.NOT_FOUND, "no problem has this code; see GET /problems", null)
                .asAnswer());
    }
}
