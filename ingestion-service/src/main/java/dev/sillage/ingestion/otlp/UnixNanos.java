package dev.sillage.ingestion.otlp;

import java.time.Instant;

/** The times of OTLP. */
public final class UnixNanos {
    private static final long PER_SECOND = 1_000_000_000;

    private UnixNanos() {}

    /** The moment so many nanoseconds after the beginning of 1970. */
    public static Instant toInstant(long nanos) {
        return Instant.ofEpochSecond(nanos / PER_SECOND, nanos % PER_SECOND);
    }
}
