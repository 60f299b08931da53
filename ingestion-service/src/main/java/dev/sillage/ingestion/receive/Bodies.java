package dev.sillage.ingestion.receive;

import dev.sillage.ingestion.problem.RequestRefusedException;
import dev.sillage.ingestion.publish.InFlightBytes;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;

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

    /** The account of one request, which the caller closes. */
    InFlightBytes.Reservation open() {
        return inFlight.open();
    }

    /** The body; fails with {@link RequestRefusedException} when it cannot be had. Called on the request's event loop. */
    CompletableFuture<Body> read(HttpServerRequest request, InFlightBytes.Reservation reservation) {
        BodyReading reading = new BodyReading(request, reservation, limits);
        reading.start(vertx);
        return reading.body();
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
