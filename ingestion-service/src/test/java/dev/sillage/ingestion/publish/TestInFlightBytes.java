package dev.sillage.ingestion.publish;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import java.time.Duration;

/** Builds the account of bytes in flight outside the container. */
public final class TestInFlightBytes {
    private TestInFlightBytes() {}

    public static InFlightBytes of(String max) {
        PublishConfig config = new PublishConfig() {
            @Override
            public MemorySize maxInFlightBytes() {
                return new MemorySizeConverter().convert(max);
            }

            @Override
            public Duration acknowledgementTimeout() {
                return Duration.ofSeconds(1);
            }

            @Override
            public Duration watchInterval() {
                return Duration.ofMillis(500);
            }

            @Override
            public Duration watchTimeout() {
                return Duration.ofSeconds(1);
            }
        };
        return new InFlightBytes(config, new SimpleMeterRegistry());
    }
}
