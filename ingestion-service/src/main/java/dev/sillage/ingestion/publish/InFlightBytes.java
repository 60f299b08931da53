package dev.sillage.ingestion.publish;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** Bounds the memory that requests hold between their first byte and their answer. */
@ApplicationScoped
public class InFlightBytes {
    private final long max;
    private final AtomicLong held = new AtomicLong();

    InFlightBytes(PublishConfig config, MeterRegistry meters) {
        this.max = config.maxInFlightBytes().asLongValue();
        if (max <= 0) {
            throw new ConfigurationException(
                    "sillage.ingestion.publish.max-in-flight-bytes must be above 0, for example 32M");
        }
        Gauge.builder("sillage.ingestion.in.flight", held, AtomicLong::doubleValue)
                .description("Bytes of request bodies between their arrival and the answer")
                .baseUnit("bytes")
                .register(meters);
    }

    /** How many bytes can be held at most. */
    public long max() {
        return max;
    }

    /** Starts the account of one request at zero. */
    public Reservation open() {
        return new Reservation();
    }

    /** What one request holds. One thread lets it grow, any may close it. */
    public final class Reservation implements AutoCloseable {
        private final AtomicLong mine = new AtomicLong();

        private Reservation() {}

        /** Adds to what the request holds; false, and nothing is added, when that would be too much. */
        public boolean grow(long bytes) {
            if (held.addAndGet(bytes) > max) {
                held.addAndGet(-bytes);
                return false;
            }
            mine.addAndGet(bytes);
            return true;
        }

        /** Gives everything back; the second time nothing happens. */
        @Override
        public void close() {
            held.addAndGet(-mine.getAndSet(0));
        }
    }
}
