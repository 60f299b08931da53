package dev.sillage.reporting.problem;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The pages behind the types of problems, for programs and for people. */
@Path("/problems")
@Tag(name = "Problems")
class ProblemsResource {
    private static final String UTF_8_HTML = MediaType.TEXT_HTML + ";charset=UTF-8";

    /**
     * A kind of problem.
     *
     * @param type as answers carry it
     * @param code its last part
     * @param status of an answer that is this problem; 200 when it stands beside what was asked for
     * @param title the same for every problem of the kind
     * @param remedy how to mend it
     */
    public record Description(String type, String code, int status, String title, String remedy) {
        private static Description of(ProblemType type) {
            return new Description(type.uri().toString(), type.code(), type.status(), type.title(), type.remedy());
        }
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Every kind of problem that this service answers with")
    public List<Description> all() {
        return Stream.of(ProblemType.values()).map(Description::of).toList();
    }

    @GET
    @Produces(UTF_8_HTML)
    @Operation(hidden = true)
    public String page() {
        return new ProblemsPage(all()).render();
    }

    @GET
    @Path("/{code}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "One kind of problem")
    public Description one(String code) {
        return ProblemType.ofCode(code).map(Description::of).orElseThrow(NotFoundException::new);
    }

    @GET
    @Path("/{code}")
    @Produces(UTF_8_HTML)
    @Operation(hidden = true)
    public String onePage(String code) {
        return new ProblemsPage(List.of(one(code))).render();
    }
}
