package dev.sillage.calculation.estimate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sillage.calculation.problem.BodyLimit;
import dev.sillage.calculation.problem.JsonBody;
import dev.sillage.calculation.problem.Problem;
import dev.sillage.calculation.problem.ProblemType;
import dev.sillage.calculation.problem.ProblemsException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/estimates}: what activities cost, or would cost, with every step of the computation. */
@Path("/v1/estimates")
@Tag(name = "Estimates")
public class EstimatesResource {
    private static final int MAX_ITEMS = 100;
    private static final int MAX_RESULTS = 200;

    private final Estimator estimator;
    private final AvoidanceEstimator avoidances;
    private final BodyLimit limit;

    EstimatesResource(Estimator estimator, AvoidanceEstimator avoidances, BodyLimit limit) {
        this.estimator = estimator;
        this.avoidances = avoidances;
        this.limit = limit;
    }

    /** Answers an object with an {@link Estimate}, or with an {@link AvoidanceEstimate} when it is one; an array with an {@link EstimateItem} for each of its items. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Estimate activities",
            description = "Takes one item, or an array of at most 100; a problem of one item of an array costs only"
                    + " that item. Nothing is stored. Factors are those that hold at the time of the item, now when it"
                    + " has none, with the own factors of the tenant before the catalogue's. 'with' changes members of"
                    + " the data, the time, and factors by key or key/zone; scenarios and further methodologies are"
                    + " answered beside the first answer, with the differences to it. At most 200 results in one"
                    + " request. An avoidance has an answer of another shape, which is no footprint.")
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
                                @ExampleObject(name = "embedding", value = Examples.EMBEDDING),
                                @ExampleObject(name = "image-generation", value = Examples.IMAGE_GENERATION),
                                @ExampleObject(name = "video-generation", value = Examples.VIDEO_GENERATION),
                                @ExampleObject(name = "model-training", value = Examples.MODEL_TRAINING),
                                @ExampleObject(name = "compute", value = Examples.COMPUTE),
                                @ExampleObject(name = "storage", value = Examples.STORAGE),
                                @ExampleObject(name = "data-transfer", value = Examples.DATA_TRANSFER),
                                @ExampleObject(name = "social-feed", value = Examples.SOCIAL_FEED),
                                @ExampleObject(name = "web-page", value = Examples.WEB_PAGE),
                                @ExampleObject(name = "web-search", value = Examples.WEB_SEARCH),
                                @ExampleObject(name = "device-use", value = Examples.DEVICE_USE),
                                @ExampleObject(name = "avoidance", value = Examples.AVOIDANCE),
                                @ExampleObject(name = "what-if", value = Examples.WHAT_IF),
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
                                            oneOf = {Estimate.class, AvoidanceEstimate.class, EstimateItem[].class})))
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
    public Response estimate(
            @Parameter(description = "Language of texts: en or fr; absent means by Accept-Language")
                    @QueryParam("lang")
                    @Nullable
                    String lang,
            @Parameter(description = "Whether the steps are wanted") @QueryParam("trace") @DefaultValue("true")
                    String trace,
            @Context HttpHeaders headers,
            InputStream body)
            throws IOException {
        Language language = Language.of(lang, headers.getAcceptableLanguages());
        Presentation presentation = new Presentation(language, isTrue(trace));
        JsonNode request = JsonBody.parse(limit.read(body));
        refuseTooMany(request);
        Object answer = request.isArray() ? estimates(request, presentation) : estimate(request, presentation);
        return Response.ok(answer)
                .language(language.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    private static boolean isTrue(String trace) {
        if (trace.equals("true") || trace.equals("false")) {
            return trace.equals("true");
        }
        throw Problem.of(ProblemType.INVALID_PARAMETER, "the query parameter trace must be true or false", null)
                .asAnswer();
    }

    /** Before anything is computed. */
    private static void refuseTooMany(JsonNode request) {
        long results = request.isArray()
                ? StreamSupport.stream(request.spliterator(), false)
                        .mapToLong(EstimateRequestReader::results)
                        .sum()
                : EstimateRequestReader.results(request);
        if (results > MAX_RESULTS) {
            throw Problem.of(
                            ProblemType.TOO_MANY_EVALUATIONS,
                            "items, scenarios and methodologies ask for " + results + " results; at most " + MAX_RESULTS
                                    + " in one request",
                            "")
                    .asAnswer();
        }
    }

    private Object estimate(JsonNode request, Presentation presentation) {
        try {
            return AvoidanceEstimator.isMeant(request)
                    ? avoidances.estimate(request, "", presentation)
                    : estimator.estimate(request, "", presentation);
        } catch (ProblemsException e) {
            throw e.asAnswer();
        }
    }

    private List<EstimateItem> estimates(JsonNode request, Presentation presentation) {
        if (request.isEmpty() || request.size() > MAX_ITEMS) {
            throw Problem.of(
                            ProblemType.TOO_MANY_ITEMS,
                            "the array must hold 1 to " + MAX_ITEMS + " items, not " + request.size(),
                            "")
                    .asAnswer();
        }
        List<EstimateItem> items = new ArrayList<>(request.size());
        for (int index = 0; index < request.size(); index++) {
            items.add(item(request.get(index), index, presentation));
        }
        return items;
    }

    private EstimateItem item(JsonNode item, int index, Presentation presentation) {
        try {
            String pointer = "/" + index;
            return AvoidanceEstimator.isMeant(item)
                    ? new EstimateItem(index, null, avoidances.estimate(item, pointer, presentation), null)
                    : new EstimateItem(index, estimator.estimate(item, pointer, presentation), null, null);
        } catch (ProblemsException e) {
            return new EstimateItem(index, null, null, e.problems());
        }
    }
}
