package dev.sillage.ingestion.receive;

import dev.sillage.ingestion.problem.ProblemType;
import dev.sillage.ingestion.problem.RequestRefusedException;
import dev.sillage.ingestion.publish.InFlightBytes;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the body of one request on its event loop. Memory is charged byte by byte as it arrives, so that neither a
 * large claim in Content-Length nor a body without one takes what others need.
 */
final class BodyReading {
    private final HttpServerRequest request;
    private final UniEmitter<? super Body> reader;
    private final InFlightBytes.Reservation reservation;
    private final Limits limits;
    private final List<Buffer> chunks = new ArrayList<>();
    private int size;
    private boolean refused;

    BodyReading(
            HttpServerRequest request,
            UniEmitter<? super Body> reader,
            InFlightBytes.Reservation reservation,
            Limits limits) {
        this.request = request;
        this.reader = reader;
        this.reservation = reservation;
        this.limits = limits;
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
        if (refused) {
            return;
        }
        if (chunk.length() > limits.maxBodyBytes() - size) {
            refuseTooLarge();
        } else if (reservation.grow(chunk.length())) {
            size += chunk.length();
            chunks.add(chunk);
        } else {
            refuse(ProblemType.SATURATED, "Too many requests are waiting to be stored.");
        }
    }

    private void end() {
        if (refused) {
            return;
        }
        byte[] body = new byte[size];
        int position = 0;
        for (Buffer chunk : chunks) {
            chunk.getBytes(body, position);
            position += chunk.length();
        }
        chunks.clear();
        reader.complete(new Body(body, reservation));
    }

    private void timeOut() {
        if (refused) {
            request.connection().close();
        } else {
            refuse(ProblemType.BODY_TIMEOUT, "The body took more than " + limits.bodyTimeoutMillis() + " ms.");
        }
    }

    private void refuseTooLarge() {
        refuse(ProblemType.BODY_TOO_LARGE, "At most " + limits.maxBodyBytes() + " bytes are taken.");
    }

    private void refuse(ProblemType type, String detail) {
        refused = true;
        chunks.clear();
        reservation.close();
        reader.fail(new RequestRefusedException(type, detail));
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
