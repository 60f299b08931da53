package dev.sillage.ingestion.otlp;

import com.google.protobuf.ByteString;
import dev.sillage.ingestion.problem.RequestRefusedException;
import dev.sillage.ingestion.receive.Inspection;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What a call gets: a message, or why there is none. */
sealed interface GrpcAnswer {
    String CONTENT_TYPE = "application/grpc";
    String STATUS = "grpc-status";

    /** Ends the response. */
    void send(HttpServerResponse response);

    static GrpcAnswer of(Inspection inspection, Signal signal) {
        return new Message(OtlpAnswers.body(inspection, signal, Encoding.PROTOBUF));
    }

    static GrpcAnswer refused(RequestRefusedException refused) {
        HttpProblem problem = refused.toProblem();
        Object wait = problem.getHeaders().get("Retry-After");
        return new Refusal(
                OtlpAnswers.code(problem.getStatusCode()),
                String.valueOf(problem.getDetail()),
                wait instanceof Number seconds ? seconds.longValue() : 0);
    }

    /**
     * Status 0.
     *
     * @param bytes an export response
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way, never compared
    record Message(byte[] bytes) implements GrpcAnswer {
        private static final byte NOT_PACKED = 0;

        @Override
        public void send(HttpServerResponse response) {
            response.putHeader("content-type", CONTENT_TYPE).putTrailer(STATUS, "0");
            response.end(Buffer.buffer()
                    .appendByte(NOT_PACKED)
                    .appendInt(bytes.length)
                    .appendBytes(bytes));
        }
    }

    /**
     * Another status, with its details for clients that look for them.
     *
     * @param code of google.rpc.Code
     * @param retrySeconds when repeating helps, after how long; else 0
     */
    record Refusal(int code, String text, long retrySeconds) implements GrpcAnswer {
        private static final String RETRY_INFO = "type.googleapis.com/google.rpc.RetryInfo";
        private static final int STATUS_CODE = 1;
        private static final int STATUS_MESSAGE = 2;
        private static final int STATUS_DETAILS = 3;
        private static final int ANY_TYPE_URL = 1;
        private static final int ANY_VALUE = 2;
        private static final int RETRY_DELAY = 1;
        private static final int DURATION_SECONDS = 1;

        @Override
        public void send(HttpServerResponse response) {
            response.putHeader("content-type", CONTENT_TYPE)
                    .putHeader(STATUS, Integer.toString(code))
                    .putHeader("grpc-message", percentEncoded(text))
                    .putHeader(
                            "grpc-status-details-bin",
                            Base64.getEncoder().withoutPadding().encodeToString(status()));
            response.end();
        }

        private byte[] status() {
            return OtlpWriter.protobuf(out -> {
                out.writeInt32(STATUS_CODE, code);
                out.writeString(STATUS_MESSAGE, text);
                if (retrySeconds > 0) {
                    byte[] delay = OtlpWriter.protobuf(duration -> duration.writeInt64(DURATION_SECONDS, retrySeconds));
                    byte[] info =
                            OtlpWriter.protobuf(retry -> retry.writeBytes(RETRY_DELAY, ByteString.copyFrom(delay)));
                    byte[] any = OtlpWriter.protobuf(packed -> {
                        packed.writeString(ANY_TYPE_URL, RETRY_INFO);
                        packed.writeBytes(ANY_VALUE, ByteString.copyFrom(info));
                    });
                    out.writeBytes(STATUS_DETAILS, ByteString.copyFrom(any));
                }
            });
        }

        /** As the protocol wants the text, which has no spaces as form fields do. */
        private static String percentEncoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }
}
