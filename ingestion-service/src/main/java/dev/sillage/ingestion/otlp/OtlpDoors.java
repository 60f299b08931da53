package dev.sillage.ingestion.otlp;

import jakarta.enterprise.context.ApplicationScoped;

/** The door for each signal, whatever way it comes. */
@ApplicationScoped
class OtlpDoors {
    private final Traces traces;
    private final Metrics metrics;

    OtlpDoors(Traces traces, Metrics metrics) {
        this.traces = traces;
        this.metrics = metrics;
    }

    OtlpDoor of(Signal signal, Encoding encoding) {
        return switch (signal) {
            case TRACES -> new OtlpDoor.ForTraces(traces, encoding);
            case METRICS -> new OtlpDoor.ForMetrics(metrics, encoding);
            case LOGS -> new OtlpDoor.ForLogs(encoding);
        };
    }
}
