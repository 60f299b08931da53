package dev.sillage.ingestion.otlp;

import dev.sillage.ingestion.receive.Door;
import dev.sillage.ingestion.receive.Inspection;
import jakarta.ws.rs.core.Response;
import java.time.Instant;

/** The doors of OTLP, one for each signal that is taken. */
sealed interface OtlpDoor extends Door<Response> {
    Encoding encoding();

    @Override
    default Response answer(Inspection inspection) {
        return OtlpAnswers.of(inspection, encoding());
    }

    /** Spans, of which calls to models become activities. */
    record ForTraces(Traces traces, Encoding encoding) implements OtlpDoor {
        @Override
        public Inspection inspect(byte[] body, Instant now) {
            return traces.inspect(body, encoding, now);
        }
    }

    /**
     * Log records, of which none becomes an activity: those about calls to models repeat what the span says, and carry
     * what must not be kept.
     */
    record ForLogs(Encoding encoding) implements OtlpDoor {
        @Override
        public Inspection inspect(byte[] body, Instant now) {
            encoding.passOver(body);
            return new Inspection(0);
        }
    }
}
