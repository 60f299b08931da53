package dev.sillage.ingestion.deadletter;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sillage.access.Tenant;
import dev.sillage.ingestion.problem.ProblemType;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Lists the dead letters of the caller's tenant, groups and opens them. All of it needs the scope admin. */
@Path("/v1/dead-letters")
@Produces({MediaType.APPLICATION_JSON, ProblemType.MEDIA_TYPE})
@Tag(name = "Dead letters")
@Blocking
public class DeadLetterResource {
    private static final String STAGE = "activities or calculations; calculations when not given";
    static final String CURSOR = "The cursor of the answer before";

    private final Letters letters;

    DeadLetterResource(Letters letters) {
        this.letters = letters;
    }

    /**
     * Some letters.
     *
     * @param cursor where to go on; absent at the end
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<Letter> letters, @Nullable String cursor) {}

    /**
     * The letters of one reason.
     *
     * @param example id of the last one
     */
    public record ReasonCount(String reason, long letters, Instant first, Instant last, String example) {}

    /**
     * All reasons.
     *
     * @param cursor where to go on; absent when all letters were counted
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reasons(
            List<ReasonCount> reasons, @Nullable String cursor) {}

    /**
     * A letter with what was set aside.
     *
     * @param data base64 of the bytes, unchanged; absent when they were too large to be kept
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Opened(Letter letter, @Nullable String data) {}

    /** A page of letters, in the order of their partitions and offsets. */
    @GET
    @Operation(summary = "List what was accepted but set aside", description = "Of the tenant of the credential.")
    public Page list(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = STAGE) @QueryParam("stage") @Nullable String stage,
            @QueryParam("reason") @Nullable String reason,
            @Parameter(description = "Set aside at or after, RFC 3339") @QueryParam("from") @Nullable String from,
            @Parameter(description = "Set aside before, RFC 3339") @QueryParam("to") @Nullable String to,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER)) @DefaultValue("100") @QueryParam("limit")
                    String limit,
            @Parameter(description = CURSOR) @QueryParam("cursor") @Nullable String cursor) {
        return Letters.answer(() -> {
            Search search = search(authorization, stage, reason, from, to);
            int most = Letters.limit(limit);
            List<Letter> found = new ArrayList<>();
            String next = letters.read(search, cursor, record -> {
                if (!search.matches(record)) {
                    return true;
                }
                if (found.size() == most) {
                    return false;
                }
                return found.add(Letter.of(search.stage(), record));
            });
            return new Page(found, next);
        });
    }

    /** How many letters there are of each reason. */
    @GET
    @Path("reasons")
    @Operation(summary = "Count what was set aside by reason")
    public Reasons reasons(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = STAGE) @QueryParam("stage") @Nullable String stage,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @Parameter(description = CURSOR) @QueryParam("cursor") @Nullable String cursor) {
        return Letters.answer(() -> {
            Search search = search(authorization, stage, null, from, to);
            Map<String, ReasonCount> counts = new TreeMap<>();
            String next = letters.read(search, cursor, record -> {
                if (search.matches(record)) {
                    Letter letter = Letter.of(search.stage(), record);
                    Instant at = letter.setAsideAt();
                    counts.merge(
                            letter.reason(),
                            new ReasonCount(letter.reason(), 1, at, at, letter.id()),
                            DeadLetterResource::plus);
                }
                return true;
            });
            return new Reasons(List.copyOf(counts.values()), next);
        });
    }

    /** One letter with its data. */
    @GET
    @Path("{id}")
    @Operation(summary = "Open a dead letter")
    public Opened open(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization, @PathParam("id") String id) {
        return Letters.answer(() -> {
            ConsumerRecord<byte[], byte[]> record = letters.find(authorization, id);
            return new Opened(
                    Letter.of(Stage.ofTopic(record.topic()), record),
                    record.value() == null ? null : Base64.getEncoder().encodeToString(record.value()));
        });
    }

    private Search search(
            @Nullable String authorization,
            @Nullable String stage,
            @Nullable String reason,
            @Nullable String from,
            @Nullable String to) {
        Tenant tenant = letters.tenant(authorization);
        return new Search(tenant, Stage.of(stage, Stage.CALCULATIONS), reason, Search.time(from), Search.time(to));
    }

    private static ReasonCount plus(ReasonCount one, ReasonCount other) {
        return new ReasonCount(
                one.reason(),
                one.letters() + other.letters(),
                one.first().isBefore(other.first()) ? one.first() : other.first(),
                one.last().isAfter(other.last()) ? one.last() : other.last(),
                other.example());
    }
}
