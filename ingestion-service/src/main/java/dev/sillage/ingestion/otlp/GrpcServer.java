package dev.sillage.ingestion.otlp;

import dev.sillage.ingestion.receive.Intake;
import dev.sillage.ingestion.receive.Wrapping;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.PemKeyCertOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * OTLP over gRPC. Its three calls are unary, which in HTTP/2 is one POST with one message and a status behind the answer
 * (grpc/grpc, doc/PROTOCOL-HTTP2.md); so the same intake takes them as takes the rest, with the same credentials, quotas
 * and bounds.
 */
@ApplicationScoped
class GrpcServer {
    private static final Logger LOG = Logger.getLogger(GrpcServer.class);

    private static final Map<String, Signal> CALLS = Map.of(
            "/opentelemetry.proto.collector.trace.v1.TraceService/Export", Signal.TRACES,
            "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export", Signal.METRICS,
            "/opentelemetry.proto.collector.logs.v1.LogsService/Export", Signal.LOGS);

    private static final int MAX_HEADER_BYTES = 16 * 1024;
    private static final int UNIMPLEMENTED = 12;
    private static final int INTERNAL = 13;
    private static final int UNAVAILABLE = 14;
    private static final int UNSUPPORTED_MEDIA_TYPE = 415;
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Vertx vertx;
    private final Intake intake;
    private final OtlpDoors doors;
    private final GrpcConfig config;
    private final String host;
    private final AtomicInteger open = new AtomicInteger();

    private volatile boolean stopping;
    private volatile @Nullable HttpServer server;

    GrpcServer(
            Vertx vertx,
            Intake intake,
            OtlpDoors doors,
            GrpcConfig config,
            @ConfigProperty(name = "quarkus.http.host") String host) {
        this.vertx = vertx;
        this.intake = intake;
        this.doors = doors;
        this.config = config;
        this.host = host;
    }

    void start(@Observes StartupEvent start) {
        if (!config.enabled()) {
            return;
        }
        try {
            HttpServer started = vertx.createHttpServer(options())
                    .requestHandler(this::answer)
                    .listen()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            server = started;
            LOG.infof("OTLP over gRPC at %s:%d", host, started.actualPort());
        } catch (CompletionException e) {
            throw new ConfigurationException(
                    "sillage.ingestion.grpc.port=" + config.port() + " cannot be listened at: " + e.getCause()
                            + ". Choose another one, or set sillage.ingestion.grpc.enabled to false.",
                    e);
        }
    }

    /** Calls that are under way are answered; clients repeat those that come now elsewhere. */
    void stop(@Observes ShutdownEvent stop) {
        stopping = true;
        HttpServer running = server;
        if (running == null) {
            return;
        }
        long deadline = System.nanoTime() + ANSWER_LIMIT.toNanos();
        while (open.get() > 0 && deadline - System.nanoTime() > 0) {
            LockSupport.parkNanos(this, PAUSE.toNanos());
        }
        running.close();
    }

    /** Where it listens. */
    int port() {
        HttpServer running = server;
        return running == null ? 0 : running.actualPort();
    }

    private HttpServerOptions options() {
        HttpServerOptions options = new HttpServerOptions()
                .setHost(host)
                .setPort(config.port())
                .setIdleTimeout((int) config.idleTimeout().toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setInitialSettings(new Http2Settings()
                        .setMaxConcurrentStreams(config.maxCallsPerConnection())
                        .setMaxHeaderListSize(MAX_HEADER_BYTES));
        if (config.certificateFile().isPresent() != config.keyFile().isPresent()) {
            throw new ConfigurationException(
                    "sillage.ingestion.grpc.certificate-file and sillage.ingestion.grpc.key-file need each other");
        }
        config.certificateFile().ifPresent(certificate -> options.setSsl(true)
                .setUseAlpn(true)
                .setKeyCertOptions(new PemKeyCertOptions()
                        .addCertPath(certificate)
                        .addKeyPath(config.keyFile().orElseThrow())));
        return options;
    }

    private void answer(HttpServerRequest request) {
        if (request.version() != HttpVersion.HTTP_2
                || !request.method().equals(HttpMethod.POST)
                || !isGrpc(request.getHeader("content-type"))) {
            request.response()
                    .setStatusCode(UNSUPPORTED_MEDIA_TYPE)
                    .end("This port takes OTLP over gRPC; OTLP over HTTP has another one.\n");
            return;
        }
        Signal signal = CALLS.get(request.path());
        if (signal == null) {
            end(request, new GrpcAnswer.Refusal(UNIMPLEMENTED, "There is no such call here.", 0));
            return;
        }
        if (stopping) {
            end(request, new GrpcAnswer.Refusal(UNAVAILABLE, "The service is being stopped.", 1));
            return;
        }
        Context context = vertx.getOrCreateContext();
        open.incrementAndGet();
        intake.receive(
                        request,
                        Wrapping.GRPC,
                        () -> new GrpcDoor(doors.of(signal, Encoding.PROTOBUF)),
                        GrpcAnswer::refused)
                .onTermination()
                .invoke(open::decrementAndGet)
                .subscribe()
                .with(answer -> context.runOnContext(any -> end(request, answer)), failure -> {
                    LOG.error("A call could not be answered", failure);
                    context.runOnContext(
                            any -> end(request, new GrpcAnswer.Refusal(INTERNAL, "The call failed here.", 0)));
                });
    }

    private static void end(HttpServerRequest request, GrpcAnswer answer) {
        if (request.response().closed() || request.response().ended()) {
            return;
        }
        answer.send(request.response());
        if (!request.isEnded()) {
            // RFC 9113 section 8.1: the rest of a request that is answered already is not wanted.
            request.response().reset(0);
        }
    }

    private static boolean isGrpc(@Nullable String contentType) {
        return contentType != null
                && (contentType.equals(GrpcAnswer.CONTENT_TYPE)
                        || contentType.startsWith(GrpcAnswer.CONTENT_TYPE + "+proto")
                        || contentType.startsWith(GrpcAnswer.CONTENT_TYPE + ";"));
    }
}
