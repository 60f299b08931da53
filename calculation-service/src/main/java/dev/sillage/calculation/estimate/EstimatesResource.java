package dev.sillage.calculation.estimate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sillage.calculation.problem.BodyLimit;
import dev.sillage.calculation.problem.Problem;
import dev.sillage.calculation.problem.ProblemType;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code POST /v1/estimates}: what activities cost, or would cost, with every step of the computation. */
@Path("/v1/estimates")
@Tag(name = "Estimates")
public class EstimatesResource {
    private static final int MAX_ITEMS = 100;

    private final Estimator estimator;
    private final BodyLimit limit;

    EstimatesResource(Estimator estimator, BodyLimit limit) {
        this.estimator = estimator;
        this.limit = limit;
    }

    /** Answers an object with an {@link Estimate}, an array with an {@link EstimateItem} for each of its items. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Estimate activities",
            description = "Takes one item, or an array of at most 100; a problem of one item of an array costs only"
                    + " that item. Nothing is stored. The time is given back as it is: all factors of a factor set"
                    + " are those of its version, whatever the time.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EstimateItemRequest.class),
                            examples = {
                                @ExampleObject(name = "llm-inference", value = Examples.LLM_INFERENCE),
                                @ExampleObject(name = "video-streaming", value = Examples.VIDEO_STREAMING),
                                @ExampleObject(name = "video-call", value = Examples.VIDEO_CALL),
                                @ExampleObject(name = "email", value = Examples.EMAIL),
                                @ExampleObject(name = "array", value = Examples.ARRAY)
                            }))
    @APIResponse(
            responseCode = "200",
            description = "An estimate, or for an array what became of each item",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            oneOf = {Estimate.class, EstimateItem[].class})))
    @APIResponse(
            responseCode = "400",
            description = "The request cannot be understood",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "Nothing computes this activity",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    public Object estimate(InputStream body) throws IOException {
        JsonNode request = JsonBody.parse(limit.read(body));
        return request.isArray() ? estimates(request) : estimate(request);
    }

    private Estimate estimate(JsonNode request) {
        try {
            return estimator.estimate(request, "");
        } catch (ProblemsException e) {
            HttpProblem first = e.problems().get(0).asAnswer();
            throw e.problems().size() == 1
                    ? first
                    : HttpProblem.builder(first).with("problems", e.problems()).build();
        }
    }

    private List<EstimateItem> estimates(JsonNode request) {
        if (request.isEmpty() || request.size() > MAX_ITEMS) {
            throw Problem.of(
                            ProblemType.TOO_MANY_ITEMS,
                            "the array must hold 1 to " + MAX_ITEMS + " items, not " + request.size(),
                            "")
                    .asAnswer();
        }
        List<EstimateItem> items = new ArrayList<>(request.size());
        for (int index = 0; index < request.size(); index++) {
            items.add(item(request.get(index), index));
        }
        return items;
    }

    private EstimateItem item(JsonNode item, int index) {
        try {
            return new EstimateItem(index, estimator.estimate(item, "/" + index), null);
        } catch (ProblemsException e) {
            return new EstimateItem(index, null, e.problems());
        }
    }
}
