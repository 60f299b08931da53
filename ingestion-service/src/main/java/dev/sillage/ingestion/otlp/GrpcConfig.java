package dev.sillage.ingestion.otlp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The port for OTLP over gRPC. It listens at quarkus.http.host like the rest. */
@ConfigMapping(prefix = "sillage.ingestion.grpc")
interface GrpcConfig {
    /** Whether there is one. */
    @WithDefault("true")
    boolean enabled();

    /** The port; 0 takes a free one. */
    @WithDefault("4317")
    int port();

    /** PEM file with the certificate chain; without it the port speaks plain text. Needs key-file. */
    Optional<String> certificateFile();

    /** PEM file with the private key. Needs certificate-file. */
    Optional<String> keyFile();

    /** Calls that one connection may have open. */
    @WithDefault("100")
    int maxCallsPerConnection();

    /** After so long without a byte a connection is closed. */
    @WithDefault("5m")
    Duration idleTimeout();
}
