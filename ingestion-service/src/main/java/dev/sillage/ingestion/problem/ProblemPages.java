package dev.sillage.ingestion.problem;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What each problem type means and how to mend it, for programs and for people. */
@Path("/problems")
@Tag(name = "Problems")
public class ProblemPages {

    /** One kind of problem as it is listed. */
    public record Entry(String type, String code, int status, String title, String remedy) {
        static Entry of(ProblemType type) {
            return new Entry(type.uri().toString(), type.code(), type.status(), type.title(), type.remedy());
        }
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Every kind of problem that this service answers with")
    public List<Entry> list() {
        return Arrays.stream(ProblemType.values()).map(Entry::of).toList();
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public String page() {
        return ProblemHtml.page(List.of(ProblemType.values()));
    }

    /**
     * One kind of problem, for programs.
     *
     * @throws NotFoundException when no problem has this code
     */
    @GET
    @Path("/{code}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "One kind of problem")
    public Entry one(String code) {
        return Entry.of(find(code));
    }

    /**
     * One kind of problem, for people.
     *
     * @throws NotFoundException when no problem has this code
     */
    @GET
    @Path("/{code}")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public String onePage(String code) {
        return ProblemHtml.page(List.of(find(code)));
    }

    private static ProblemType find(String code) {
        return ProblemType.ofCode(code).orElseThrow(NotFoundException::new);
    }
}
