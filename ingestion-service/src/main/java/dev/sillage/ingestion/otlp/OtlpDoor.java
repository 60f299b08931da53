package dev.sillage.ingestion.otlp;

import dev.sillage.ingestion.receive.Door;
import dev.sillage.ingestion.receive.Inspection;
import jakarta.ws.rs.core.Response;
import java.time.Instant;

/** The doors of OTLP, one for each signal that is taken. */
sealed interface OtlpDoor extends Door<Response> {
    Encoding encoding();

    Signal signal();

    @Override
    default Response answer(Inspection inspection) {
        return OtlpAnswers.of(inspection, signal(), encoding());
    }

    /** Spans, of which calls to models become activities. */
    record ForTraces(Traces traces, Encoding encoding) implements OtlpDoor {
        @Override
        public Signal signal() {
            return Signal.TRACES;
        }

        @Override
        public Inspection inspect(byte[] body, Instant now) {
            return traces.inspect(body, encoding, now);
        }
    }

    /** Data points, of which those about calls to models go to the owner of their series. */
    record ForMetrics(Metrics metrics, Encoding encoding) implements OtlpDoor {
        @Override
        public Signal signal() {
            return Signal.METRICS;
        }

        @Override
        public Inspection inspect(byte[] body, Instant now) {
            return metrics.inspect(body, encoding, now);
        }
    }

    /**
     * Log records, of which none becomes an activity: those about calls to models repeat what the span says, and carry
     * what must not be kept.
     */
    record ForLogs(Encoding encoding) implements OtlpDoor {
        @Override
        public Signal signal() {
            return Signal.LOGS;
        }

        @Override
        public Inspection inspect(byte[] body, Instant now) {
            encoding.passOver(body);
            return new Inspection(0);
        }
    }
}
