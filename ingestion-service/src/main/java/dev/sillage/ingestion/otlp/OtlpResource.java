package dev.sillage.ingestion.otlp;

import dev.sillage.ingestion.receive.Intake;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
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

/**
 * OTLP over HTTP: {@code POST /v1/traces}, {@code /v1/metrics} and {@code /v1/logs}, also under the prefix {@code
 * /otlp}.
 */
@Path("/")
@Produces({Encoding.JSON_MEDIA_TYPE, Encoding.PROTOBUF_MEDIA_TYPE, MediaType.WILDCARD})
@Tag(name = "OpenTelemetry")
public class OtlpResource {
    private final Intake intake;
    private final OtlpDoors doors;

    OtlpResource(Intake intake, OtlpDoors doors) {
        this.intake = intake;
        this.doors = doors;
    }

    /** Answers when every activity is durable. */
    @POST
    @Path("v1/traces")
    @Operation(
            summary = "Report calls to AI models as OpenTelemetry spans",
            description = "Each span of an inference, embedding or image generation becomes an activity with the id"
                    + " otlp:<trace id>:<span id>; all other spans are ignored. 200 means that every activity is"
                    + " stored durably; partialSuccess tells which spans were refused, and why. Prompts and answers"
                    + " are never read. Also at /otlp/v1/traces.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = Encoding.PROTOBUF_MEDIA_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = Encoding.JSON_MEDIA_TYPE,
                        schema = @Schema(type = SchemaType.OBJECT),
                        examples = @ExampleObject(name = "A call to a model", value = OtlpExamples.TRACES))
            })
    @APIResponse(responseCode = "200", description = "An ExportTraceServiceResponse in the form of the request")
    @APIResponse(responseCode = "400", description = "The body cannot be decoded; a google.rpc.Status says where")
    @APIResponse(responseCode = "413", description = "The body is too large or holds too many spans of AI models")
    @APIResponse(responseCode = "415", description = "The body is neither protobuf nor JSON")
    @APIResponse(
            responseCode = "503",
            description = "Not everything could be stored; the request may be repeated after Retry-After seconds")
    public Uni<Response> traces(@Context HttpServerRequest request) {
        return receive(request, Signal.TRACES);
    }

    /** The same for exporters whose endpoint has the prefix. */
    @POST
    @Path("otlp/v1/traces")
    @Operation(hidden = true)
    public Uni<Response> tracesUnderPrefix(@Context HttpServerRequest request) {
        return traces(request);
    }

    /** Answers when every data point is durable; its activity follows within seconds. */
    @POST
    @Path("v1/metrics")
    @Operation(
            summary = "Report calls to AI models as OpenTelemetry metrics",
            description = "gen_ai.client.token.usage and gen_ai.client.operation.duration (histograms, plain or"
                    + " exponential) and the announced counters gen_ai.client.inference.*, delta or cumulative, become"
                    + " one activity for each series and interval; all other metrics are ignored. 200 means that every"
                    + " data point is stored durably; partialSuccess tells which were refused, and why. A service that"
                    + " sends spans of its calls is counted by those alone. Also at /otlp/v1/metrics.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = Encoding.PROTOBUF_MEDIA_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = Encoding.JSON_MEDIA_TYPE,
                        schema = @Schema(type = SchemaType.OBJECT),
                        examples = @ExampleObject(name = "Tokens of a minute, delta", value = OtlpExamples.METRICS))
            })
    @APIResponse(responseCode = "200", description = "An ExportMetricsServiceResponse in the form of the request")
    @APIResponse(responseCode = "400", description = "The body cannot be decoded; a google.rpc.Status says where")
    @APIResponse(responseCode = "413", description = "The body is too large or holds too many data points")
    @APIResponse(responseCode = "415", description = "The body is neither protobuf nor JSON")
    @APIResponse(
            responseCode = "503",
            description = "Not everything could be stored; the request may be repeated after Retry-After seconds")
    public Uni<Response> metrics(@Context HttpServerRequest request) {
        return receive(request, Signal.METRICS);
    }

    /** The same for exporters whose endpoint has the prefix. */
    @POST
    @Path("otlp/v1/metrics")
    @Operation(hidden = true)
    public Uni<Response> metricsUnderPrefix(@Context HttpServerRequest request) {
        return metrics(request);
    }

    /** Takes log records and keeps nothing of them. */
    @POST
    @Path("v1/logs")
    @Operation(
            summary = "Accept log records, and keep none",
            description = "What they tell about calls to models the spans tell too, without prompts and answers.")
    @APIResponse(responseCode = "200", description = "An ExportLogsServiceResponse in the form of the request")
    public Uni<Response> logs(@Context HttpServerRequest request) {
        return receive(request, Signal.LOGS);
    }

    /** The same for exporters whose endpoint has the prefix. */
    @POST
    @Path("otlp/v1/logs")
    @Operation(hidden = true)
    public Uni<Response> logsUnderPrefix(@Context HttpServerRequest request) {
        return logs(request);
    }

    private Uni<Response> receive(HttpServerRequest request, Signal signal) {
        String contentType = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return intake.receive(
                request,
                () -> doors.of(signal, Encoding.of(contentType)),
                refused -> OtlpAnswers.refused(refused, Encoding.ofAnswer(contentType)));
    }
}
