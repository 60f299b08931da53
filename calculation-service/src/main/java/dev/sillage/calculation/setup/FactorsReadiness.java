package dev.sillage.calculation.setup;

import dev.sillage.calculation.factor.FactorCatalogue;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the factors are loaded, and says which. Whether Kafka is connected is the connector's own check. */
@Readiness
@Singleton
class FactorsReadiness implements HealthCheck {
    private final FactorCatalogue factors;

    FactorsReadiness(FactorCatalogue factors) {
        this.factors = factors;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("factors")
                .up()
                .withData("factorSet", factors.version())
                .withData("factors", factors.factors().size())
                .build();
    }
}
