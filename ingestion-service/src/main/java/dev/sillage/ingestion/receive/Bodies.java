package dev.sillage.ingestion.receive;

import dev.sillage.ingestion.problem.RequestRefusedException;
import dev.sillage.ingestion.publish.InFlightBytes;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads request bodies without a thread waiting for them and without more memory than allowed. */
@ApplicationScoped
class Bodies {
    private final Vertx vertx;
    private final InFlightBytes inFlight;
    private final Limits limits;

    Bodies(Vertx vertx, InFlightBytes inFlight, Limits limits) {
        this.vertx = vertx;
        this.inFlight = inFlight;
        this.limits = limits;
    }

    /** The body, which the caller closes; fails with {@link RequestRefusedException} when it cannot be had. */
    Uni<Body> read(HttpServerRequest request) {
        return Uni.createFrom()
                .emitter(reader -> new BodyReading(request, reader, inFlight.open(), limits).start(vertx));
    }

    /**
     * The content of a body that was read.
     *
     * @throws RequestRefusedException when it cannot be unpacked; the body is still to be closed
     */
    Body unpack(Body packed, ContentEncoding encoding) {
        return new Unpacking(limits).unpack(packed, encoding);
    }
}
