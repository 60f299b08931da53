package dev.sillage.calculation.recalculate;

import dev.sillage.access.Scope;
import dev.sillage.access.Tenant;
import dev.sillage.calculation.access.Access;
import dev.sillage.calculation.access.Requires;
import dev.sillage.calculation.factor.Overrides;
import dev.sillage.calculation.problem.Problem;
import dev.sillage.calculation.problem.ProblemType;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /v1/recalculations}: what the book of record asks for when it restates a period. */
@Path(RecalculationsResource.PATH)
@Requires(Scope.RECALCULATE)
@Tag(name = "Recalculations")
public class RecalculationsResource {
    static final String PATH = "/v1/recalculations";
    static final String FACTOR_SET = "Sillage-Factor-Set";

    private static final String LINES = "application/x-ndjson";
    private static final String EXAMPLE = """
            {"source":"/gateway","id":"1","kind":"email","time":"2026-11-23T09:30:00Z",\
            "acceptedAt":"2026-11-23T09:30:01Z","labels":{"team":"search"},"warnings":[],"data":{"bytes":75000}}
            """;
    private static final String TENANT =
            "Whose activities they are and whose own factors hold; absent means the tenant of the credential";

    private final Access access;
    private final Recalculations recalculations;
    private final Turn turn;

    RecalculationsResource(Access access, Recalculations recalculations, Turn turn) {
        this.access = access;
        this.recalculations = recalculations;
        this.turn = turn;
    }

    /** Answers each line with a line. */
    @POST
    @Consumes(LINES)
    @Produces(LINES)
    @Operation(
            summary = "Compute activities again",
            description = "At most 10000 activities, one JSON object of at most 32 KiB a line, 24 MiB in all; each is"
                    + " answered in its place with its footprint, as it would be published now, or with {\"problem\":"
                    + " {reason, detail}}. All are computed with the factor set that the header Sillage-Factor-Set"
                    + " names. Nothing is stored or published. Needs a credential with the scope recalculate, which"
                    + " computes for any tenant: it is for our services among themselves.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = LINES,
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "lines", value = EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "A line for each line",
            content = @Content(mediaType = LINES, schema = @Schema(implementation = String.class)))
    @APIResponse(
            responseCode = "400",
            description = "Unknown methodology or tenant, or no or too many lines",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    public Response recalculate(
            @Parameter(description = TENANT) @QueryParam("tenant") @Nullable String tenant,
            @Parameter(description = "Id of the methodology that is wanted; absent means the default of each kind")
                    @QueryParam("methodology")
                    @Nullable
                    String methodology,
            InputStream body)
            throws IOException, InterruptedException {
        String whose = tenant(tenant);
        Overrides own = recalculations.own(whose);
        Recalculation recalculation = recalculations.of(whose, own, methodology);
        turn.await();
        List<Line> lines = Lines.read(body);
        StreamingOutput results = out -> {
            OutputStream buffered = new BufferedOutputStream(out, 1 << 16);
            recalculation.write(lines, buffered);
            buffered.flush();
        };
        return Response.ok(results, LINES)
                .header(FACTOR_SET, recalculations.factorSet(own))
                .build();
    }

    /** What they would be computed with. */
    @GET
    @Path("state")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "With what activities would be computed again",
            description = "The factor set of the tenant, and all methodologies.")
    public RecalculationState state(@Parameter(description = TENANT) @QueryParam("tenant") @Nullable String tenant)
            throws InterruptedException {
        return recalculations.state(recalculations.own(tenant(tenant)));
    }

    /** The scope {@link Scope#RECALCULATE}, which every request here needs, opens all tenants. */
    private String tenant(@Nullable String asked) {
        if (asked == null) {
            return access.tenant();
        }
        try {
            return new Tenant(asked).name();
        } catch (IllegalArgumentException e) {
            throw Problem.of(
                            ProblemType.INVALID_PARAMETER,
                            "the query parameter tenant must be 1 to 63 letters, digits, '.', '_', '-', a letter or"
                                    + " digit first",
                            null)
                    .asAnswer();
        }
    }
}
