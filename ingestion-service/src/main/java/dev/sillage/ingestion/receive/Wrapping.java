package dev.sillage.ingestion.receive;

import dev.sillage.ingestion.problem.ProblemType;
import dev.sillage.ingestion.problem.RequestRefusedException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** How the body of a request holds its message. */
public enum Wrapping {
    /** The body is the message. */
    NONE(HttpHeaders.CONTENT_ENCODING) {
        @Override
        Body message(Body body, ContentEncoding encoding, Bodies bodies) {
            return bodies.unpack(body, encoding);
        }
    },

    /** One Length-Prefixed-Message of gRPC over HTTP/2 (grpc/grpc, doc/PROTOCOL-HTTP2.md), as unary calls have it. */
    GRPC("grpc-encoding") {
        @Override
        Body message(Body body, ContentEncoding encoding, Bodies bodies) {
            ByteBuffer bytes = ByteBuffer.wrap(body.bytes());
            if (bytes.remaining() < PREFIX_BYTES) {
                throw new RequestRefusedException(ProblemType.MALFORMED_OTLP, "The gRPC message is cut off.");
            }
            byte packed = bytes.get();
            int length = bytes.getInt();
            if (packed < 0 || packed > 1 || length != bytes.remaining()) {
                throw new RequestRefusedException(
                        ProblemType.MALFORMED_OTLP, "The prefix of the gRPC message does not fit what follows.");
            }
            byte[] message = Arrays.copyOfRange(body.bytes(), PREFIX_BYTES, body.bytes().length);
            return bodies.unpack(
                    new Body(message, body.reservation()), packed == 1 ? encoding : ContentEncoding.IDENTITY);
        }
    };

    /** A flag and the length, in front of each message of gRPC. */
    static final int PREFIX_BYTES = 5;

    private final String encodingHeader;

    Wrapping(String encodingHeader) {
        this.encodingHeader = encodingHeader;
    }

    ContentEncoding encoding(HttpServerRequest request) {
        return ContentEncoding.of(request.headers().getAll(encodingHeader));
    }

    /**
     * The message in a body that was read, under the same reservation.
     *
     * @throws RequestRefusedException when there is none
     */
    abstract Body message(Body body, ContentEncoding encoding, Bodies bodies);
}
