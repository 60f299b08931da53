package dev.sillage.reporting.avoided;

import dev.sillage.reporting.access.CallerTenant;
import dev.sillage.reporting.problem.Problem;
import dev.sillage.reporting.query.TimeRange;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/** Emissions avoided elsewhere, beside the footprint and never in it. */
@Path("/v1/avoided")
@Tag(name = "Avoided emissions")
@Blocking
class AvoidedResource {
    private static final int MAX_AVOIDANCES = 200;
    private static final List<String> KNOWN = List.of("from", "to");
    private static final String NOTE = "Comparisons with a stated reference, outside any inventory: never to be"
            + " subtracted from a footprint. Below zero emissions were added.";

    private final AvoidedReader reader;
    private final CallerTenant tenant;

    AvoidedResource(AvoidedReader reader, CallerTenant tenant) {
        this.reader = reader;
        this.tenant = tenant;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(
            summary = "Avoided emissions of a range of time, per lever and one by one",
            description = "from and to (exclusive) as in /v1/footprints. The newest 200 are listed; complete says"
                    + " whether these are all. internalOnly marks what must not be told to the public (ITU-T L.1480,"
                    + " tier 3).")
    public AvoidedReport avoided(@Context UriInfo request) throws SQLException {
        MultivaluedMap<String, String> parameters = request.getQueryParameters();
        for (String name : parameters.keySet()) {
            if (!KNOWN.contains(name)) {
                throw Problem.unknownParameter(name, String.join(", ", KNOWN));
            }
        }
        TimeRange range = TimeRange.of(
                single(parameters, "from"),
                single(parameters, "to"),
                Clock.systemUTC().instant());
        List<AvoidedReport.Avoidance> newest = reader.newest(tenant.id(), range.from(), range.to(), MAX_AVOIDANCES + 1);
        boolean complete = newest.size() <= MAX_AVOIDANCES;
        return new AvoidedReport(
                range.from(),
                range.to(),
                NOTE,
                reader.sums(tenant.id(), range.from(), range.to()),
                complete ? newest : newest.subList(0, MAX_AVOIDANCES),
                complete);
    }

    private static @Nullable String single(MultivaluedMap<String, String> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw Problem.invalidParameter(name, "Give " + name + " once, not " + values.size() + " times.");
        }
        return values.isEmpty() ? null : values.get(0);
    }
}
