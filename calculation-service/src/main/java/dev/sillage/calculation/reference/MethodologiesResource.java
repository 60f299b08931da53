package dev.sillage.calculation.reference;

import dev.sillage.activity.ActivityKind;
import dev.sillage.calculation.model.Methodologies;
import dev.sillage.calculation.model.Methodology;
import dev.sillage.calculation.problem.Problem;
import dev.sillage.calculation.problem.ProblemType;
import dev.sillage.calculation.setup.DefaultMethodologies;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /v1/methodologies}: by which methods the service computes. */
@Path("/v1/methodologies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Factors and methodologies")
public class MethodologiesResource {
    private final Methodologies methodologies;
    private final DefaultMethodologies defaults;
    private final Sheets sheets;

    MethodologiesResource(Methodologies methodologies, DefaultMethodologies defaults, Sheets sheets) {
        this.methodologies = methodologies;
        this.defaults = defaults;
        this.sheets = sheets;
    }

    /** All methodologies, by id. */
    @GET
    @Operation(summary = "List methodologies")
    public List<MethodologyView> list() {
        return methodologies.all().stream()
                .sorted(Comparator.comparing(Methodology::id))
                .map(this::view)
                .toList();
    }

    /** One methodology. */
    @GET
    @Path("{id}")
    @Operation(summary = "One methodology", description = "With its quirks, and where its sheets are.")
    public MethodologyView one(String id) {
        return view(methodology(id));
    }

    /** The sheet of one kind. */
    @GET
    @Path("{id}/sheets/{kind}")
    @Operation(
            summary = "The sheet by which a kind is computed",
            description = "Every line of the method in both languages, which is the text that is computed. The keys of"
                    + " factors are those that the example beside it needs; another model, place or device needs"
                    + " others.")
    public SheetView sheet(String id, String kind) {
        Methodology methodology = methodology(id);
        return ActivityKind.ofWireName(kind)
                .flatMap(known -> sheets.of(methodology, known))
                .orElseThrow(() -> Problem.of(
                                ProblemType.UNKNOWN_SHEET,
                                "this methodology has sheets for " + names(sheets.kindsOf(methodology)),
                                null)
                        .asAnswer());
    }

    private Methodology methodology(String id) {
        return methodologies.byId(id).orElseThrow(() -> Problem.of(
                        ProblemType.NOT_FOUND,
                        "no methodology has this id; there are "
                                + methodologies.all().stream()
                                        .map(Methodology::id)
                                        .sorted()
                                        .toList(),
                        null)
                .asAnswer());
    }

    private MethodologyView view(Methodology methodology) {
        return new MethodologyView(
                methodology.id(),
                methodology.description(),
                methodology.source(),
                names(methodology.kinds()),
                names(defaults.kinds().stream()
                        .filter(kind ->
                                defaults.of(kind).filter(methodology::equals).isPresent())
                        .toList()),
                methodology.quirks().stream().map(Bilingual::of).toList(),
                names(sheets.kindsOf(methodology)).stream()
                        .map(kind -> "/v1/methodologies/" + methodology.id() + "/sheets/" + kind)
                        .toList());
    }

    private static List<String> names(Collection<ActivityKind> kinds) {
        return kinds.stream().map(ActivityKind::wireName).sorted().toList();
    }
}
