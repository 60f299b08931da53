package dev.sillage.ingestion.publish;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means: an event sent now can become durable. Liveness never asks the broker, a restart would not mend it. */
@Readiness
class AcceptsDurably implements HealthCheck {
    private final BrokerWatch watch;

    AcceptsDurably(BrokerWatch watch) {
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("accepts events durably")
                .status(watch.isReachable())
                .build();
    }
}
