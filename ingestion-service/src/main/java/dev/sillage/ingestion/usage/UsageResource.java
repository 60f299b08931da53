package dev.sillage.ingestion.usage;

import dev.sillage.ingestion.check.EventCheck;
import dev.sillage.ingestion.problem.ProblemType;
import dev.sillage.ingestion.problem.RequestRefusedException;
import dev.sillage.ingestion.receive.Answers;
import dev.sillage.ingestion.receive.Intake;
import dev.sillage.ingestion.receive.Limits;
import dev.sillage.ingestion.receive.Receipt;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
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

/** {@code POST /v1/usage/{api}}: what an AI provider's API returned, as it is, one response or an array of them. */
@Path("/v1/usage/{api}")
@Tag(name = "Usage")
public class UsageResource {
    private static final String OPENAI_EXAMPLE = """
            {"id": "chatcmpl-B9MBs8", "object": "chat.completion", "created": 1764066000, "model": "gpt-4o-2024-08-06",
             "usage": {"prompt_tokens": 1874, "completion_tokens": 392, "total_tokens": 2266,
                       "prompt_tokens_details": {"cached_tokens": 1024},
                       "completion_tokens_details": {"reasoning_tokens": 0}}}""";

    private final Intake intake;
    private final Limits limits;
    private final EventCheck check;

    UsageResource(Intake intake, Limits limits) {
        this.intake = intake;
        this.limits = limits;
        this.check = new EventCheck(limits.ofEvent());
    }

    /** Answers when every accepted activity is durable. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, ProblemType.MEDIA_TYPE})
    @Operation(
            summary = "Report what an AI provider's API returned",
            description =
                    "The JSON of a response, or an array of responses, as the API returned it. Only its id, model,"
                            + " time and usage are read; what was asked and answered is passed over and may be left out."
                            + " A response sent twice counts once.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "A chat completion of OpenAI", value = OPENAI_EXAMPLE)))
    @APIResponse(
            responseCode = "202",
            description = "At least one response was accepted, and all accepted ones are durable",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Receipt.class)))
    @APIResponse(responseCode = "400", description = "No response was accepted; the member problems says why")
    @APIResponse(responseCode = "404", description = "There is no such API here")
    @APIResponse(responseCode = "413", description = "The body is too large or holds too many responses")
    @APIResponse(responseCode = "503", description = "Not every activity could be stored; the request may be repeated")
    public Uni<Response> receive(
            @Context HttpServerRequest request,
            @Parameter(description = "openai, anthropic, mistral or google") @PathParam("api") String api,
            @Parameter(description = "Id of the only response, for APIs that give none") @QueryParam("id") @Nullable
                    String id,
            @Parameter(description = "Model, for responses that do not name it") @QueryParam("model") @Nullable
                    String model,
            @Parameter(
                            description =
                                    "RFC 3339 time, for responses that do not tell it; else the time of receipt counts")
                    @QueryParam("time")
                    @Nullable
                    String time,
            @Parameter(description = "name:value, may be repeated") @QueryParam("label") List<String> labels) {
        return intake.receive(
                request,
                () -> new UsageDoor(
                        Api.ofWord(api)
                                .orElseThrow(() -> new RequestRefusedException(
                                        ProblemType.NOT_FOUND,
                                        "There are /v1/usage/openai, /anthropic, /mistral and /google.")),
                        Parameters.of(id, model, time, labels),
                        limits,
                        check),
                Answers::refused);
    }
}
