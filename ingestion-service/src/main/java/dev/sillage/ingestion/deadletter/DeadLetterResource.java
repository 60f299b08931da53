package dev.sillage.ingestion.deadletter;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sillage.access.Scope;
import dev.sillage.access.Tenant;
import dev.sillage.ingestion.access.Access;
import dev.sillage.ingestion.problem.ProblemType;
import dev.sillage.ingestion.problem.RequestRefusedException;
import dev.sillage.ingestion.publish.Redelivery;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Lists the dead letters of the caller's tenant, and sends them again. All of it needs the scope admin. */
@Path("/v1/dead-letters")
@Produces({MediaType.APPLICATION_JSON, ProblemType.MEDIA_TYPE})
@Tag(name = "Dead letters")
@Blocking
public class DeadLetterResource {
    private static final int MAX_LIMIT = 1000;
    private static final String STAGE = "activities or calculations; calculations when not given";
    private static final String CURSOR = "The cursor of the answer before";

    private final Access access;
    private final LetterReader letters;
    private final Redelivery redelivery;

    DeadLetterResource(Access access, LetterReader letters, Redelivery redelivery) {
        this.access = access;
        this.letters = letters;
        this.redelivery = redelivery;
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

    /** A page of letters, in the order of their partitions and offsets. */
    @GET
    @Operation(summary = "List what was accepted but set aside", description = "Of the tenant of the credential.")
    public Page list(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = STAGE) @QueryParam("stage") @Nullable String stage,
            @QueryParam("reason") @Nullable String reason,
            @Parameter(description = "Set aside at or after, RFC 3339") @QueryParam("from") @Nullable String from,
            @Parameter(description = "Set aside before, RFC 3339") @QueryParam("to") @Nullable String to,
            @DefaultValue("100") @QueryParam("limit") int limit,
            @Parameter(description = CURSOR) @QueryParam("cursor") @Nullable String cursor) {
        return answer(() -> {
            Search search = search(authorization, stage, reason, from, to);
            requireLimit(limit);
            List<Letter> found = new ArrayList<>();
            Optional<LetterId> next = letters.read(search.stage(), place(cursor, search), record -> {
                if (!search.matches(record)) {
                    return true;
                }
                if (found.size() == limit) {
                    return false;
                }
                return found.add(Letter.of(search.stage(), record));
            });
            return new Page(found, text(next));
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
        return answer(() -> {
            Search search = search(authorization, stage, null, from, to);
            Map<String, ReasonCount> counts = new TreeMap<>();
            Optional<LetterId> next = letters.read(search.stage(), place(cursor, search), record -> {
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
            return new Reasons(List.copyOf(counts.values()), text(next));
        });
    }

    /** One letter with its data. */
    @GET
    @Path("{id}")
    @Operation(summary = "Open a dead letter")
    public Opened open(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization, @PathParam("id") String id) {
        return answer(() -> {
            LetterId letterId = id(id);
            ConsumerRecord<byte[], byte[]> record = find(tenant(authorization), letterId);
            return new Opened(
                    Letter.of(letterId.stage(), record),
                    record.value() == null ? null : Base64.getEncoder().encodeToString(record.value()));
        });
    }

    /** Sends one letter again. */
    @POST
    @Path("{id}/redrive")
    @Operation(
            summary = "Send a dead letter again",
            description = "It keeps its identity: sent again twice, it counts once. The letter stays.")
    public Redriven redrive(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization, @PathParam("id") String id) {
        return answer(() -> {
            LetterId letterId = id(id);
            ConsumerRecord<byte[], byte[]> record = find(tenant(authorization), letterId);
            if (!Redrive.isPossible(record)) {
                throw new RequestRefusedException(
                        ProblemType.BAD_REQUEST, "The letter does not hold what was set aside; see its origin.");
            }
            Redrive redrive = new Redrive(redelivery);
            redrive.add(letterId.stage(), record);
            redrive.send();
            return new Redriven(false, 1, 0, null);
        });
    }

    /** Sends all letters again that match. */
    @POST
    @Path("redrive")
    @Operation(
            summary = "Send dead letters again",
            description =
                    "At most limit letters for each request; go on with cursor. With dryRun=true nothing is sent.")
    public Redriven redriveAll(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "activities or calculations", required = true) @QueryParam("stage") @Nullable
                    String stage,
            @QueryParam("reason") @Nullable String reason,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @DefaultValue("false") @QueryParam("dryRun") boolean dryRun,
            @DefaultValue("1000") @QueryParam("limit") int limit,
            @Parameter(description = CURSOR) @QueryParam("cursor") @Nullable String cursor) {
        return answer(() -> {
            Tenant tenant = tenant(authorization);
            Search search = new Search(tenant, Stage.of(stage, null), reason, Search.time(from), Search.time(to));
            requireLimit(limit);
            Redrive redrive = new Redrive(redelivery);
            int[] counts = {0, 0};
            Optional<LetterId> next = letters.read(search.stage(), place(cursor, search), record -> {
                if (!search.matches(record)) {
                    return true;
                }
                if (!Redrive.isPossible(record)) {
                    counts[1]++;
                    return true;
                }
                if (counts[0] == limit) {
                    return false;
                }
                counts[0]++;
                redrive.add(search.stage(), record);
                return true;
            });
            if (!dryRun) {
                redrive.send();
            }
            return new Redriven(dryRun, counts[0], counts[1], text(next));
        });
    }

    private Tenant tenant(@Nullable String authorization) {
        return access.require(authorization, Scope.ADMIN).tenant();
    }

    private Search search(
            @Nullable String authorization,
            @Nullable String stage,
            @Nullable String reason,
            @Nullable String from,
            @Nullable String to) {
        Tenant tenant = tenant(authorization);
        return new Search(tenant, Stage.of(stage, Stage.CALCULATIONS), reason, Search.time(from), Search.time(to));
    }

    /** Another tenant's letter is as good as none. */
    private ConsumerRecord<byte[], byte[]> find(Tenant tenant, LetterId id) {
        Search own = new Search(tenant, id.stage(), null, null, null);
        AtomicReference<@Nullable ConsumerRecord<byte[], byte[]>> found = new AtomicReference<>();
        letters.read(id.stage(), id, record -> {
            if (record.partition() == id.partition() && record.offset() == id.offset() && own.matches(record)) {
                found.set(record);
            }
            return false;
        });
        ConsumerRecord<byte[], byte[]> record = found.get();
        if (record == null) {
            throw none();
        }
        return record;
    }

    private static LetterId id(String text) {
        return LetterId.parse(text).orElseThrow(DeadLetterResource::none);
    }

    private static RequestRefusedException none() {
        return new RequestRefusedException(ProblemType.NOT_FOUND, "There is no such dead letter.");
    }

    private static @Nullable LetterId place(@Nullable String cursor, Search search) {
        if (cursor == null) {
            return null;
        }
        return LetterId.parse(cursor)
                .filter(id -> id.stage() == search.stage())
                .orElseThrow(() -> new RequestRefusedException(
                        ProblemType.BAD_REQUEST, "The cursor is none of an answer about this stage."));
    }

    private static @Nullable String text(Optional<LetterId> next) {
        return next.map(LetterId::toString).orElse(null);
    }

    private static void requireLimit(int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new RequestRefusedException(
                    ProblemType.OUT_OF_RANGE, "The limit must lie between 1 and " + MAX_LIMIT + ".");
        }
    }

    private static ReasonCount plus(ReasonCount one, ReasonCount other) {
        return new ReasonCount(
                one.reason(),
                one.letters() + other.letters(),
                one.first().isBefore(other.first()) ? one.first() : other.first(),
                one.last().isAfter(other.last()) ? one.last() : other.last(),
                other.example());
    }

    private static <T> T answer(Supplier<T> work) {
        try {
            return work.get();
        } catch (RequestRefusedException refused) {
            throw refused.toProblem();
        }
    }
}
