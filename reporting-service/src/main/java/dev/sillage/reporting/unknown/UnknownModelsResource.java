package dev.sillage.reporting.unknown;

import dev.sillage.reporting.access.CallerTenant;
import dev.sillage.reporting.isolation.TenantConnection;
import dev.sillage.reporting.isolation.TenantDatabase;
import dev.sillage.reporting.problem.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Which models the registry should know next. */
@Path("/v1/unknown-models")
@Tag(name = "Activities")
@Blocking
class UnknownModelsResource {
    private static final int MAX_MODELS = 500;
    private static final int LIMIT_SECONDS = 10;
    private static final String READ = "SELECT provider, model, warning, activities, input_tokens, output_tokens,"
            + " first_occurred_at, last_occurred_at FROM unknown_model WHERE tenant = ?"
            + " ORDER BY activities DESC, provider, model, warning LIMIT ?";

    private final TenantDatabase database;
    private final CallerTenant tenant;

    UnknownModelsResource(TenantDatabase database, CallerTenant tenant) {
        this.database = database;
        this.tenant = tenant;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(
            summary = "The models that were computed by class or as unknown",
            description = "By name as sent, most activities first, at most 500; complete says whether these are all."
                    + " provider and model are empty when the event named none.")
    public UnknownModels unknownModels(@Context UriInfo request) throws SQLException {
        request.getQueryParameters().keySet().stream().findFirst().ifPresent(name -> {
            throw Problem.unknownParameter(name, "none");
        });
        List<UnknownModel> models = read();
        boolean complete = models.size() <= MAX_MODELS;
        return new UnknownModels(complete ? models : models.subList(0, MAX_MODELS), complete);
    }

    private List<UnknownModel> read() throws SQLException {
        List<UnknownModel> models = new ArrayList<>();
        try (TenantConnection connection = database.open(tenant.id());
                PreparedStatement read = connection.jdbc().prepareStatement(READ)) {
            read.setQueryTimeout(LIMIT_SECONDS);
            read.setString(1, tenant.id());
            read.setInt(2, MAX_MODELS + 1);
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    models.add(new UnknownModel(
                            rows.getString(1),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getLong(4),
                            rows.getBigDecimal(5),
                            rows.getBigDecimal(6),
                            rows.getObject(7, OffsetDateTime.class).toInstant(),
                            rows.getObject(8, OffsetDateTime.class).toInstant()));
                }
            }
        }
        return models;
    }

    /** The names, and whether these are all. */
    record UnknownModels(List<UnknownModel> models, boolean complete) {}

    /**
     * A name that nobody knew.
     *
     * @param provider as sent
     * @param model as sent
     * @param warning how it was computed: by the nearest class, or as wholly unknown
     * @param activities how many
     * @param inputTokens of them, as far as they are known
     * @param outputTokens of them, as far as they are known
     * @param first when the first one ended
     * @param last when the last one ended
     */
    record UnknownModel(
            String provider,
            String model,
            String warning,
            long activities,
            BigDecimal inputTokens,
            BigDecimal outputTokens,
            Instant first,
            Instant last) {}
}
