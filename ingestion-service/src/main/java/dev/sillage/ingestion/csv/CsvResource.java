package dev.sillage.ingestion.csv;

import dev.sillage.activity.ActivityKind;
import dev.sillage.ingestion.check.EventCheck;
import dev.sillage.ingestion.problem.ProblemType;
import dev.sillage.ingestion.problem.RequestRefusedException;
import dev.sillage.ingestion.receive.Answers;
import dev.sillage.ingestion.receive.Intake;
import dev.sillage.ingestion.receive.LabelParameters;
import dev.sillage.ingestion.receive.Limits;
import dev.sillage.ingestion.receive.Receipt;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
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

/** Tables: {@code POST /v1/import/csv} and {@code /v1/import/codecarbon}. */
@Path("/v1/import")
@Produces({MediaType.APPLICATION_JSON, ProblemType.MEDIA_TYPE})
@Tag(name = "Import")
public class CsvResource {
    private static final String CSV = "text/csv";
    private static final String EXAMPLE = """
            id,time,vcpuHours,measuredEnergyKwh,region,label.team
            node-7 2026-11-23,2026-11-23T23:59:59Z,96,4.2,FRA,search
            """;

    private static final String CODE_CARBON_EXAMPLE = """
            timestamp,project_name,run_id,duration,emissions,energy_consumed,country_iso_code,cpu_count,gpu_count,ram_total_size,pue
            2026-11-23T10:00:00,fine-tuning,9b1f0c6e-4c1e-4f0e-8e53-4d2f1f0a7a11,3600,0.021,0.48,FRA,16,1,64,1
            """;

    private final Intake intake;
    private final Limits limits;
    private final EventCheck check;

    CsvResource(Intake intake, Limits limits) {
        this.intake = intake;
        this.limits = limits;
        this.check = new EventCheck(limits.ofEvent());
    }

    /** Answers when every accepted row is durable. */
    @POST
    @Path("csv")
    @Operation(
            summary = "Report the rows of a table",
            description =
                    "Each row becomes an activity of the kind that the parameter names. A column is called id, time,"
                            + " subject, label.<name> or like a member of the kind's data; columns with other names are mapped by"
                            + " the header Sillage-Columns, and those that it leaves out are not read. An empty field is absent."
                            + " A row sent twice under the same source and id counts once.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = CSV,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "Machines with meters, kind=compute", value = EXAMPLE)))
    @APIResponse(
            responseCode = "202",
            description = "At least one row was accepted, and all accepted ones are durable",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Receipt.class)))
    @APIResponse(responseCode = "400", description = "The body is no such table, or no row was accepted")
    @APIResponse(responseCode = "413", description = "The body is too large or holds too many rows")
    @APIResponse(responseCode = "503", description = "Not every row could be stored; the request may be repeated")
    public Uni<Response> csv(
            @Context HttpServerRequest request,
            @Parameter(description = "Kind of activity, for example compute", required = true)
                    @QueryParam("kind")
                    @Nullable
                    String kind,
            @Parameter(description = "CloudEvents source of the rows")
                    @DefaultValue("urn:sillage:csv")
                    @QueryParam("source")
                    String source,
            @Parameter(description = "name:value, may be repeated") @QueryParam("label") List<String> labels,
            @Parameter(description = "target=column, target=column") @HeaderParam(Mapping.HEADER) @Nullable
                    String columns) {
        return intake.receive(
                request,
                () -> {
                    requireCsv(request);
                    return new CsvDoor.Mapped(kind(kind), source, columns, LabelParameters.of(labels), limits, check);
                },
                Answers::refused);
    }

    /** Answers when every accepted row is durable. */
    @POST
    @Path("codecarbon")
    @Operation(
            summary = "Report what CodeCarbon measured",
            description =
                    "The file emissions.csv as it is. Its energy counts as measured; its emissions are not read, for"
                            + " they are computed here. Of several rows of a run each counts what came since the row before. The"
                            + " same file may be sent again when it has grown, but always whole: without the rows before it,"
                            + " a row counts all that its run had used by then.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = CSV,
                            schema = @Schema(type = SchemaType.STRING),
                            examples =
                                    @ExampleObject(name = "A run on a machine in France", value = CODE_CARBON_EXAMPLE)))
    @APIResponse(
            responseCode = "202",
            description = "At least one row was accepted, and all accepted ones are durable",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Receipt.class)))
    @APIResponse(responseCode = "400", description = "The body is no such table, or no row was accepted")
    @APIResponse(responseCode = "413", description = "The body is too large or holds too many rows")
    @APIResponse(responseCode = "503", description = "Not every row could be stored; the request may be repeated")
    public Uni<Response> codeCarbon(
            @Context HttpServerRequest request,
            @Parameter(description = "compute or model-training") @DefaultValue("compute") @QueryParam("kind")
                    String kind,
            @Parameter(description = "Time zone of the machine, whose local time the file has")
                    @DefaultValue("UTC")
                    @QueryParam("timeZone")
                    String timeZone,
            @Parameter(description = "name:value, may be repeated") @QueryParam("label") List<String> labels) {
        return intake.receive(
                request,
                () -> {
                    requireCsv(request);
                    ActivityKind named = kind(kind);
                    if (named != ActivityKind.COMPUTE && named != ActivityKind.MODEL_TRAINING) {
                        throw new RequestRefusedException(
                                ProblemType.NOT_ONE_OF, "The parameter kind must be compute or model-training.");
                    }
                    return new CsvDoor.CodeCarbon(named, zone(timeZone), LabelParameters.of(labels), limits, check);
                },
                Answers::refused);
    }

    private static void requireCsv(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || !type.toLowerCase(Locale.ROOT).matches("text/csv\\s*(;.*)?")) {
            throw new RequestRefusedException(ProblemType.UNSUPPORTED_MEDIA_TYPE, "The Content-Type must be text/csv.");
        }
    }

    private static ActivityKind kind(@Nullable String name) {
        return ActivityKind.ofWireName(name == null ? "" : name)
                .orElseThrow(() -> new RequestRefusedException(
                        ProblemType.NOT_ONE_OF, "The parameter kind must name a kind of activity."));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new RequestRefusedException(
                    ProblemType.NOT_ONE_OF, "The parameter timeZone must be a zone such as Europe/Paris.");
        }
    }
}
