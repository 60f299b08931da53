package dev.sillage.reporting.live;

import dev.sillage.reporting.access.CallerTenant;
import dev.sillage.reporting.problem.Problem;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** What happens now, pushed. */
@Path("/v1/live")
@Tag(name = "Live")
class LiveResource {
    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final Audience audience;
    private final Poller poller;
    private final CallerTenant tenant;

    LiveResource(Audience audience, Poller poller, CallerTenant tenant) {
        this.audience = audience;
        this.poller = poller;
        this.tenant = tenant;
    }

    @GET
    @NonBlocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Operation(
            summary = "The figures of now, again whenever they change",
            description =
                    "Each event figures is the whole state: today (UTC), the last five whole minutes and the one that"
                            + " runs, and rates per second of the last whole minute, with their provenance. It is sent when it"
                            + " differs from the one before, also when only time has passed; a slow viewer sees fewer, always"
                            + " the newest. Last-Event-ID, of any replica: the present state follows at once when it differs from"
                            + " the one with that id, and none that is older; an id that is not ours counts as none. A comment"
                            + " breaks a silence of 15 s. unavailable tells, as a problem, that figures cannot be read now; the"
                            + " stream goes on, and figures follow when they can. It ends when the credential does.")
    public Flow.Publisher<OutboundSseEvent> live(
            @Context UriInfo request,
            @Context HttpHeaders headers,
            @Context Sse events,
            @Context HttpServerRequest http) {
        request.getQueryParameters().keySet().stream().findFirst().ifPresent(name -> {
            throw Problem.unknownParameter(name, "none");
        });
        Line line = new Line(http);
        Viewer viewer = new Viewer(
                tenant.id(),
                tenant.authorization(),
                line,
                events::newEventBuilder,
                EventId.of(headers.getHeaderString(LAST_EVENT_ID)),
                audience::leave);
        audience.admit(viewer);
        line.boundBuffers();
        poller.welcome(viewer);
        return viewer;
    }

    /** Without it a question for the head alone would be answered by the stream, whose end nobody would see. */
    @HEAD
    @NonBlocking
    @Operation(hidden = true)
    public Response head() {
        return Response.ok()
                .type(MediaType.SERVER_SENT_EVENTS_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
