package dev.sillage.ingestion.receive;

import dev.sillage.ingestion.access.Access;
import dev.sillage.ingestion.problem.ProblemType;
import dev.sillage.ingestion.problem.RequestRefusedException;
import dev.sillage.ingestion.publish.Publisher;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The way of a request: its body is collected on the event loop, taken apart and sent on a worker thread (a large body
 * takes a tenth of a second, and the producer may wait for room), and answered when the broker has acknowledged.
 */
@ApplicationScoped
class Intake {
    private final Bodies bodies;
    private final Inspector inspector;
    private final Publisher publisher;
    private final Access access;
    private final ReceiveMetrics metrics;

    Intake(Bodies bodies, Inspector inspector, Publisher publisher, Access access, ReceiveMetrics metrics) {
        this.bodies = bodies;
        this.inspector = inspector;
        this.publisher = publisher;
        this.access = access;
        this.metrics = metrics;
    }

    Uni<Response> receive(HttpServerRequest request, HttpHeaders headers) {
        long startNanos = System.nanoTime();
        metrics.opened();
        return Uni.createFrom()
                .item(() -> format(headers))
                .flatMap(format -> bodies.read(request)
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .flatMap(body -> answer(body, format).onTermination().invoke(body::close)))
                .onFailure(RequestRefusedException.class)
                .recoverWithItem(this::refused)
                .onTermination()
                .invoke(() -> metrics.closed(startNanos));
    }

    private static Format format(HttpHeaders headers) {
        if (headers.getHeaderString(HttpHeaders.CONTENT_ENCODING) != null) {
            throw new RequestRefusedException(
                    ProblemType.UNSUPPORTED_CONTENT_ENCODING, "There is a Content-Encoding header.");
        }
        return Format.of(headers.getMediaType());
    }

    private Uni<Response> answer(Body body, Format format) {
        metrics.body(body.bytes().length);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Inspection inspection;
        try {
            inspection = inspector.inspect(body.bytes(), format, now);
            metrics.refused(inspection);
            if (inspection.accepted().isEmpty()) {
                metrics.refused(ProblemType.NOTHING_ACCEPTED);
                return Uni.createFrom().item(Answers.nothingAccepted(inspection, format));
            }
            publisher.requireBroker();
        } catch (RequestRefusedException refused) {
            return Uni.createFrom().failure(refused);
        }
        return publisher.publish(access.tenant(), inspection.accepted(), now).map(durable -> {
            metrics.accepted(inspection.accepted().size());
            return Answers.accepted(inspection);
        });
    }

    private Response refused(RequestRefusedException refused) {
        metrics.refused(refused.type());
        return Answers.refused(refused);
    }
}
