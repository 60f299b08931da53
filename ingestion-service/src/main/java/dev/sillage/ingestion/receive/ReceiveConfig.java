package dev.sillage.ingestion.receive;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Instant;

/** How much a request and an event may hold. A value that makes no sense stops the start and names its key. */
@ConfigMapping(prefix = "sillage.ingestion.receive")
interface ReceiveConfig {

    /** Bytes of a request body; beyond it the answer is 413. At most half of publish.max-in-flight-bytes. */
    @WithDefault("16M")
    MemorySize maxBodyBytes();

    /**
     * Bytes of a body packed with gzip or zstd once it is unpacked; beyond it the answer is 413. At most half of
     * publish.max-in-flight-bytes.
     */
    @WithDefault("16M")
    MemorySize maxUnpackedBytes();

    /** Unpacked bytes for each packed one, counted above 1 MiB of unpacked bytes; beyond it the answer is 413. */
    @WithDefault("100")
    int maxRatio();

    /** Time from the head of a request to the last byte of its body; beyond it the answer is 408. */
    @WithDefault("30s")
    Duration bodyTimeout();

    /** Events in a request; beyond it the answer is 413. */
    @WithDefault("10000")
    int maxEvents();

    /** Bytes of one event; beyond it that event is refused. At most 896 KiB, so that its record fits the topic. */
    @WithDefault("256K")
    MemorySize maxEventBytes();

    /** Levels of objects and arrays in one event, 8 to 500; beyond it that event is refused. */
    @WithDefault("16")
    int maxNesting();

    /** Characters of id, source, subject and dataschema, 1 to 500: corrections can name no longer ones. */
    @WithDefault("500")
    int maxAttributeLength();

    /** Extension attributes of one event. */
    @WithDefault("16")
    int maxExtensions();

    /** Characters of one extension attribute. */
    @WithDefault("256")
    int maxExtensionLength();

    /** Events that ended before are refused: nothing that is measured here ran before 2000. */
    @WithDefault("2000-01-01T00:00:00Z")
    Instant earliestTime();

    /** How far in the future an event may have ended; clocks that are set to the wrong zone are up to a day ahead. */
    @WithDefault("24h")
    Duration maxAhead();

    /** Problems that the answer lists for one event. */
    @WithDefault("10")
    int maxProblemsPerEvent();

    /** Problems that the answer lists for one request. */
    @WithDefault("1000")
    int maxProblemsPerRequest();
}
