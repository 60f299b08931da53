package dev.sillage.ingestion.events;

import dev.sillage.ingestion.problem.ProblemType;
import dev.sillage.ingestion.receive.Answers;
import dev.sillage.ingestion.receive.Door;
import dev.sillage.ingestion.receive.Intake;
import dev.sillage.ingestion.receive.Receipt;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/events}: activities as CloudEvents 1.0, one, an array, one per line, or data with attributes as headers. */
@Path("/v1/events")
@Tag(name = "Events")
public class EventsResource {
    private final Intake intake;
    private final Inspector inspector;

    EventsResource(Intake intake, Inspector inspector) {
        this.intake = intake;
        this.inspector = inspector;
    }

    /**
     * Answers when every accepted event is durable. Each event is accepted or refused by itself; the same events may
     * be sent again at any time and count once.
     */
    @POST
    @Consumes({Format.ONE_MEDIA_TYPE, Format.BATCH_MEDIA_TYPE, Format.LINES_MEDIA_TYPE, Format.BINARY_MEDIA_TYPE})
    @Produces({MediaType.APPLICATION_JSON, ProblemType.MEDIA_TYPE})
    @Operation(
            summary = "Report activities",
            description = "202 means that every accepted event is stored durably. Events are accepted or refused one"
                    + " by one; the answer lists what was refused and how to mend it. Sending an event again under"
                    + " the same source and id is harmless. The body may be packed: Content-Encoding gzip or zstd."
                    + " In binary mode (application/json) the body is the data of one event, whose attributes are the"
                    + " headers ce-specversion, ce-id, ce-source, ce-type and ce-time.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = Format.ONE_MEDIA_TYPE,
                        schema = @Schema(type = SchemaType.OBJECT),
                        examples = @ExampleObject(name = "One event", value = Examples.ONE)),
                @Content(
                        mediaType = Format.BATCH_MEDIA_TYPE,
                        schema = @Schema(type = SchemaType.ARRAY),
                        examples = @ExampleObject(name = "An array of events", value = Examples.BATCH)),
                @Content(
                        mediaType = Format.LINES_MEDIA_TYPE,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "One event per line", value = Examples.LINES)),
                @Content(mediaType = Format.BINARY_MEDIA_TYPE, schema = @Schema(type = SchemaType.OBJECT))
            })
    @APIResponse(
            responseCode = "202",
            description = "At least one event was accepted, and all accepted ones are durable",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Receipt.class),
                            examples = @ExampleObject(name = "Receipt", value = Examples.RECEIPT)))
    @APIResponse(
            responseCode = "400",
            description = "No event was accepted; the member problems says why",
            content =
                    @Content(mediaType = ProblemType.MEDIA_TYPE, schema = @Schema(implementation = HttpProblem.class)))
    @APIResponse(
            responseCode = "413",
            description = "The body is too large or holds too many events",
            content =
                    @Content(mediaType = ProblemType.MEDIA_TYPE, schema = @Schema(implementation = HttpProblem.class)))
    @APIResponse(
            responseCode = "415",
            description = "The body is of no media type that is read here",
            content =
                    @Content(mediaType = ProblemType.MEDIA_TYPE, schema = @Schema(implementation = HttpProblem.class)))
    @APIResponse(
            responseCode = "503",
            description =
                    "Not every event could be stored; the whole request may be repeated after Retry-After seconds",
            content =
                    @Content(mediaType = ProblemType.MEDIA_TYPE, schema = @Schema(implementation = HttpProblem.class)))
    public Uni<Response> receive(@Context HttpServerRequest request, @Context HttpHeaders headers) {
        return intake.receive(request, () -> door(request, headers.getMediaType()), Answers::refused);
    }

    private Door<Response> door(HttpServerRequest request, @Nullable MediaType contentType) {
        return Format.isBinary(contentType, AttributeHeaders.anyIn(request.headers()))
                ? new BinaryDoor(inspector, AttributeHeaders.of(request.headers()))
                : new EventsDoor(inspector, Format.of(contentType));
    }
}
