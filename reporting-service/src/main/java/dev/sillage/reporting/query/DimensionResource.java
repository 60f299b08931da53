package dev.sillage.reporting.query;

import dev.sillage.reporting.access.CallerTenant;
import dev.sillage.reporting.problem.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What there is to group and filter by. */
@Path("/v1/dimensions")
@Tag(name = "Footprints")
@Blocking
class DimensionResource {
    private static final int MAX_VALUES = 1000;

    private final SeriesReader series;
    private final Snapshot snapshot;
    private final KnownDimensions dimensions;
    private final CallerTenant tenant;

    DimensionResource(SeriesReader series, Snapshot snapshot, KnownDimensions dimensions, CallerTenant tenant) {
        this.series = series;
        this.snapshot = snapshot;
        this.dimensions = dimensions;
        this.tenant = tenant;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The values of each dimension that ever occurred",
            description =
                    "At most 1000 of each, in alphabetical order; complete says whether these are all. label.<name> is a"
                            + " label that the operator made a dimension.")
    public Map<String, Values> dimensions(@Context UriInfo request) throws SQLException {
        request.getQueryParameters().keySet().stream().findFirst().ifPresent(name -> {
            throw Problem.unknownParameter(name, "none");
        });
        String asking = tenant.id();
        return snapshot.read(asking, connection -> values(connection, asking));
    }

    private Map<String, Values> values(Connection connection, String asking) throws SQLException {
        Map<String, Values> answer = new LinkedHashMap<>();
        for (Dimension dimension : dimensions.all()) {
            List<String> values = series.values(connection, dimension, asking, MAX_VALUES + 1);
            boolean complete = values.size() <= MAX_VALUES;
            answer.put(dimension.wireName(), new Values(complete ? values : values.subList(0, MAX_VALUES), complete));
        }
        return answer;
    }

    record Values(List<String> values, boolean complete) {}
}
