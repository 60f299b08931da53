package dev.sillage.calculation.reference;

import dev.sillage.activity.ActivityKind;
import dev.sillage.calculation.model.Methodologies;
import dev.sillage.calculation.model.Methodology;
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

    MethodologiesResource(Methodologies methodologies, DefaultMethodologies defaults) {
        this.methodologies = methodologies;
        this.defaults = defaults;
    }

    /**
     * A methodology.
     *
     * @param id as results carry it
     * @param description whose method it is and what it covers
     * @param source where it is published
     * @param kinds wire names of the kinds of activity that it computes
     * @param defaultFor wire names of the kinds that it computes when nobody asks for another
     */
    public record MethodologyView(
            String id, String description, String source, List<String> kinds, List<String> defaultFor) {}

    /** All methodologies, by id. */
    @GET
    @Operation(summary = "List methodologies")
    public List<MethodologyView> list() {
        return methodologies.all().stream()
                .sorted(Comparator.comparing(Methodology::id))
                .map(this::view)
                .toList();
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
                        .toList()));
    }

    private static List<String> names(Collection<ActivityKind> kinds) {
        return kinds.stream().map(ActivityKind::wireName).sorted().toList();
    }
}
