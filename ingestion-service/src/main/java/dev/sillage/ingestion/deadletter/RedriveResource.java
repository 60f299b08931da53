package dev.sillage.ingestion.deadletter;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sillage.access.Tenant;
import dev.sillage.ingestion.problem.ProblemType;
import dev.sillage.ingestion.problem.RequestRefusedException;
import dev.sillage.ingestion.publish.Redelivery;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Sends dead letters of the caller's tenant again. All of it needs the scope admin. */
@Path("/v1/dead-letters")
@Produces({MediaType.APPLICATION_JSON, ProblemType.MEDIA_TYPE})
@Tag(name = "Dead letters")
@Blocking
public class RedriveResource {
    private final Letters letters;
    private final Redelivery redelivery;

    RedriveResource(Letters letters, Redelivery redelivery) {
        this.letters = letters;
        this.redelivery = redelivery;
    }

    /**
     * What was sent again, or would be.
     *
     * @param redriven how many
     * @param notKept how many match but cannot be sent again, because they hold no data
     * @param cursor where to go on; absent at the end
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Redriven(
            boolean dryRun,
            int redriven,
            int notKept,
            @Nullable String cursor) {}

    /** Sends one letter again. */
    @POST
    @Path("{id}/redrive")
    @Operation(
            summary = "Send a dead letter again",
            description = "It keeps its identity: sent again twice, it counts once. The letter stays.")
    public Redriven redrive(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization, @PathParam("id") String id) {
        return Letters.answer(() -> {
            ConsumerRecord<byte[], byte[]> record = letters.find(authorization, id);
            if (!Redrive.isPossible(record)) {
                throw new RequestRefusedException(
                        ProblemType.BAD_REQUEST, "The letter does not hold what was set aside; see its origin.");
            }
            Redrive redrive = new Redrive(redelivery, 1);
            redrive.add(Stage.ofTopic(record.topic()), record);
            redrive.send();
            return new Redriven(false, redrive.size(), 0, null);
        });
    }

    /** Sends all letters again that match. */
    @POST
    @Path("redrive")
    @Parameter(
            name = "dryRun",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @Operation(
            summary = "Send dead letters again",
            description = "At most limit letters for each request, and about 8 MiB; go on with cursor. With dryRun=true"
                    + " nothing is sent.")
    public Redriven redriveAll(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "activities or calculations", required = true) @QueryParam("stage") @Nullable
                    String stage,
            @QueryParam("reason") @Nullable String reason,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @Context UriInfo uri,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER)) @DefaultValue("1000") @QueryParam("limit")
                    String limit,
            @Parameter(description = DeadLetterResource.CURSOR) @QueryParam("cursor") @Nullable String cursor) {
        return Letters.answer(() -> {
            Tenant tenant = letters.tenant(authorization);
            Search search = new Search(tenant, Stage.of(stage, null), reason, Search.time(from), Search.time(to));
            boolean dry = Letters.dryRun(uri.getQueryParameters().get("dryRun"));
            Redrive redrive = new Redrive(redelivery, Letters.limit(limit));
            AtomicInteger notKept = new AtomicInteger();
            String next = letters.read(search, cursor, record -> {
                if (!search.matches(record)) {
                    return true;
                }
                if (!Redrive.isPossible(record)) {
                    notKept.incrementAndGet();
                    return true;
                }
                if (redrive.isFull()) {
                    return false;
                }
                redrive.add(search.stage(), record);
                return true;
            });
            if (!dry) {
                redrive.send();
            }
            return new Redriven(dry, redrive.size(), notKept.get(), next);
        });
    }
}
