package dev.sillage.ingestion.otlp;

import com.google.protobuf.UnknownFieldSet;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Calls byte for byte, as no library of gRPC would. */
public final class GrpcClient implements AutoCloseable {
    public static final String TRACES = "/opentelemetry.proto.collector.trace.v1.TraceService/Export";
    public static final String METRICS = "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export";
    public static final String LOGS = "/opentelemetry.proto.collector.logs.v1.LogsService/Export";

    static final int PREFIX_BYTES = 5;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client;
    private final int port;

    public GrpcClient(int port) {
        this.port = port;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false));
    }

    /** What came back; the body is without its prefix. */
    public record Answer(int status, String text, String details, Buffer body) {
        public UnknownFieldSet message() throws IOException {
            return UnknownFieldSet.parseFrom(body.getBytes());
        }
    }

    public Answer traces(byte[] message) {
        return traces(message, null);
    }

    public Answer traces(byte[] message, String authorization) {
        return call(TRACES, "identity", framed(false, message), authorization);
    }

    /** A message behind its prefix. */
    public static Buffer framed(boolean packed, byte[] message) {
        return Buffer.buffer()
                .appendByte((byte) (packed ? 1 : 0))
                .appendInt(message.length)
                .appendBytes(message);
    }

    public Answer call(String path, String encoding, Buffer body) {
        return call(path, encoding, body, null);
    }

    private Answer call(String path, String encoding, Buffer body, String authorization) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost("localhost")
                .setPort(port)
                .setURI(path)
                .putHeader("content-type", "application/grpc")
                .putHeader("te", "trailers")
                .putHeader("grpc-encoding", encoding);
        if (authorization != null) {
            options.putHeader("authorization", authorization);
        }
        try {
            return client.request(options)
                    .compose(request -> answer(request, body))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .orTimeout(30, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            throw new AssertionError("no answer", e);
        }
    }

    /** The answer may come, and the stream be reset, before the last byte is sent. */
    private static Future<Answer> answer(HttpClientRequest request, Buffer body) {
        var response = request.response();
        request.send(body);
        return response.compose(head -> head.body().otherwise(Buffer.buffer()).map(read -> answer(head, read)));
    }

    private static Answer answer(HttpClientResponse head, Buffer body) {
        String status = head.getHeader("grpc-status");
        String text = head.getHeader("grpc-message");
        return new Answer(
                Integer.parseInt(status == null ? head.getTrailer("grpc-status") : status),
                text == null ? "" : URLDecoder.decode(text, StandardCharsets.UTF_8),
                head.getHeader("grpc-status-details-bin"),
                body.length() < PREFIX_BYTES ? Buffer.buffer() : body.getBuffer(PREFIX_BYTES, body.length()));
    }

    @Override
    public void close() {
        client.close();
        vertx.close();
    }
}
