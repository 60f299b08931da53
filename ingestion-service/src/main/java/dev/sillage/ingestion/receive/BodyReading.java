package dev.sillage.ingestion.receive;

import dev.sillage.ingestion.problem.ProblemType;
import dev.sillage.ingestion.problem.RequestRefusedException;
import dev.sillage.ingestion.publish.InFlightBytes;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

/**
 * Collects the body of one request on its event loop. Memory is charged byte by byte as it arrives, so that neither a
 * large claim in Content-Length nor a body without one takes what others need.
 */
final class BodyReading {
    private static final byte[] NONE = {};
    private static final int FIRST_BYTES = 16 * 1024;

    private final HttpServerRequest request;
    private final CompletableFuture<Body> body = new CompletableFuture<>();
    private final InFlightBytes.Reservation reservation;
    private final Limits limits;

    /** One array, for a body can come in chunks of one byte, each an object that nobody charges for. */
    private byte[] bytes = NONE;

    private int size;

    BodyReading(HttpServerRequest request, InFlightBytes.Reservation reservation, Limits limits) {
        this.request = request;
        this.reservation = reservation;
        this.limits = limits;
    }

    /** Completed on the event loop. */
    CompletableFuture<Body> body() {
        return body;
    }

    void start(Vertx vertx) {
        long timer = vertx.setTimer(limits.bodyTimeoutMillis(), fired -> timeOut());
        request.exceptionHandler(failure -> {
            vertx.cancelTimer(timer);
            refuse(ProblemType.BAD_REQUEST, "The connection ended before the body did.");
        });
        request.endHandler(end -> {
            vertx.cancelTimer(timer);
            end();
        });
        request.handler(this::take);
        if (claimedBytes() > limits.maxBodyBytes()) {
            refuseTooLarge();
        } else if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        request.resume();
    }

    private void take(Buffer chunk) {
        if (body.isDone()) {
            return;
        }
        if (chunk.length() > limits.maxBodyBytes() - size) {
            refuseTooLarge();
        } else if (reservation.grow(chunk.length())) {
            makeRoom(size + chunk.length());
            chunk.getBytes(bytes, size);
            size += chunk.length();
        } else {
            refuse(ProblemType.SATURATED, "Too many requests are waiting to be stored.");
        }
    }

    private void makeRoom(int needed) {
        if (needed > bytes.length) {
            int claimed = (int) Math.min(claimedBytes(), FIRST_BYTES);
            int doubled = (int) Math.min(2L * bytes.length, limits.maxBodyBytes());
            bytes = Arrays.copyOf(bytes, Math.max(needed, Math.max(doubled, claimed)));
        }
    }

    private void end() {
        if (!body.isDone()) {
            byte[] whole = size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
            bytes = NONE;
            body.complete(new Body(whole, reservation));
        }
    }

    private void timeOut() {
        if (body.isDone()) {
            request.connection().close();
        } else {
            refuse(ProblemType.BODY_TIMEOUT, "The body took more than " + limits.bodyTimeoutMillis() + " ms.");
        }
    }

    private void refuseTooLarge() {
        refuse(ProblemType.BODY_TOO_LARGE, "At most " + limits.maxBodyBytes() + " bytes are taken.");
    }

    private void refuse(ProblemType type, String detail) {
        if (body.completeExceptionally(new RequestRefusedException(type, detail))) {
            bytes = NONE;
        }
    }

    private long claimedBytes() {
        String claimed = request.getHeader("Content-Length");
        try {
            return claimed == null ? 0 : Long.parseLong(claimed.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
