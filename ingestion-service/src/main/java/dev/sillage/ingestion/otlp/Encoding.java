package dev.sillage.ingestion.otlp;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.sillage.ingestion.problem.ProblemType;
import dev.sillage.ingestion.problem.RequestRefusedException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The two forms of OTLP over HTTP; a request is answered in its own. */
enum Encoding {
    PROTOBUF(Encoding.PROTOBUF_MEDIA_TYPE),
    JSON(Encoding.JSON_MEDIA_TYPE);

    static final String PROTOBUF_MEDIA_TYPE = "application/x-protobuf";
    static final String JSON_MEDIA_TYPE = "application/json";

    private final String mediaType;

    Encoding(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /**
     * The form that a Content-Type header names.
     *
     * @throws RequestRefusedException when there is no such header, or it names another
     */
    static Encoding of(@Nullable String contentType) {
        if (contentType == null) {
            throw new RequestRefusedException(ProblemType.UNSUPPORTED_MEDIA_TYPE, "There is no Content-Type header.");
        }
        int parameters = contentType.indexOf(';');
        String name = parameters < 0 ? contentType : contentType.substring(0, parameters);
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case PROTOBUF_MEDIA_TYPE -> PROTOBUF;
            case JSON_MEDIA_TYPE -> JSON;
            default ->
                throw new RequestRefusedException(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE, "The Content-Type is another one.");
        };
    }

    /** The form of the answer to a request that may have named none. */
    static Encoding ofAnswer(@Nullable String contentType) {
        return contentType != null
                        && contentType.strip().toLowerCase(Locale.ROOT).startsWith(PROTOBUF_MEDIA_TYPE)
                ? PROTOBUF
                : JSON;
    }

    /**
     * The spans of interest in an {@code ExportTraceServiceRequest}.
     *
     * @param max how many they may be
     * @throws RequestRefusedException when it cannot be decoded, or they are more
     */
    List<ResourceSpans> traces(byte[] body, int max) {
        ReceivedSpans spans = new ReceivedSpans(max);
        decode(() -> {
            if (this == PROTOBUF) {
                new ProtobufTraces(body, spans).read();
            } else {
                try (JsonMessage message = new JsonMessage(body)) {
                    new JsonTraces(message, spans).read();
                }
            }
        });
        return spans.resources();
    }

    /**
     * The data points of interest in an {@code ExportMetricsServiceRequest}.
     *
     * @param max how many they may be
     * @throws RequestRefusedException when it cannot be decoded, or they are more
     */
    List<ResourcePoints> metrics(byte[] body, int max) {
        ReceivedPoints points = new ReceivedPoints(max);
        decode(() -> {
            if (this == PROTOBUF) {
                new ProtobufMetrics(body, points).read();
            } else {
                try (JsonMessage message = new JsonMessage(body)) {
                    new JsonMetrics(message, points).read();
                }
            }
        });
        return points.resources();
    }

    /**
     * Looks whether a body can be decoded at all, and at nothing in it.
     *
     * @throws RequestRefusedException when it cannot
     */
    void passOver(byte[] body) {
        decode(() -> {
            if (this == PROTOBUF) {
                new ProtobufMessage(body).fields(tag -> false);
            } else {
                try (JsonMessage message = new JsonMessage(body)) {
                    message.root(name -> false);
                }
            }
        });
    }

    private interface Decoding {
        void run() throws IOException;
    }

    /** What libraries say of broken bodies would repeat parts of them. */
    private void decode(Decoding decoding) {
        try {
            decoding.run();
        } catch (MalformedOtlpException e) {
            throw new RequestRefusedException(ProblemType.MALFORMED_OTLP, String.valueOf(e.getMessage()));
        } catch (JsonProcessingException e) {
            JsonLocation where = e.getLocation();
            long offset = where == null ? 0 : Math.max(0, where.getByteOffset());
            throw new RequestRefusedException(
                    ProblemType.MALFORMED_OTLP, "The JSON is broken or too deep at byte " + offset + ".");
        } catch (IOException e) {
            throw new RequestRefusedException(
                    ProblemType.MALFORMED_OTLP,
                    this == PROTOBUF ? "The protobuf is broken or cut off." : "The text is not UTF-8.");
        }
    }
}
