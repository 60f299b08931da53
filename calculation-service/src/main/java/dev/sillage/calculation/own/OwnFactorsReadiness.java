package dev.sillage.calculation.own;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the own factors of all tenants have been read. */
@Readiness
@Singleton
class OwnFactorsReadiness implements HealthCheck {
    private final OwnFactors factors;

    OwnFactorsReadiness(OwnFactors factors) {
        this.factors = factors;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("own-factors")
                .status(factors.isWhole())
                .build();
    }
}
