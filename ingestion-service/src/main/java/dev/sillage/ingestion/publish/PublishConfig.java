package dev.sillage.ingestion.publish;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much may be on its way to the broker, and how closely the broker is watched. */
@ConfigMapping(prefix = "sillage.ingestion.publish")
interface PublishConfig {

    /**
     * Bytes of request bodies that may be held at once, from the first byte received to the answer. Beyond it requests
     * get 503 with Retry-After. At least twice the largest body. An eighth of a heap of 256 MB: parsed, checked and
     * waiting for the broker a byte takes up to four, and with twice as much the service ended for lack of memory
     * (deploy/benchmark/door, overload).
     */
    @WithDefault("32M")
    MemorySize maxInFlightBytes();

    /**
     * How long a request waits for the broker to acknowledge its events, then gets 503; while one has waited for half of
     * it, further ones get 503 at once.
     */
    @WithDefault("1s")
    Duration acknowledgementTimeout();

    /** How often the broker is asked whether every partition of the topic has a leader. */
    @WithDefault("500ms")
    Duration watchInterval();

    /** How long the broker may take to answer that, and to acknowledge anything, before requests get 503. */
    @WithDefault("1s")
    Duration watchTimeout();
}
