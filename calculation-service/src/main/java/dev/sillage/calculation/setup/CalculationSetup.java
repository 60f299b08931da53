package dev.sillage.calculation.setup;

import dev.sillage.activity.ActivityKind;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.model.Methodologies;
import dev.sillage.calculation.model.Methodology;
import dev.sillage.calculation.model.avoided.Avoidances;
import dev.sillage.calculation.read.ActivityReader;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Loads factors and methodologies once, before the service takes any work. A bad factor row or a bad key stops the
 * start: its message says which file and line, or which key, and what is expected.
 */
@Startup
@Singleton
class CalculationSetup {
    private static final Logger LOG = Logger.getLogger(CalculationSetup.class);

    private final FactorCatalogue factors;
    private final Methodologies methodologies;
    private final DefaultMethodologies defaults;

    CalculationSetup(FactorConfig factorConfig, CalculationConfig calculationConfig) {
        factors = factorConfig.directory().map(FactorCatalogue::load).orElseGet(FactorCatalogue::load);
        methodologies = Methodologies.of(factors);
        defaults = new DefaultMethodologies(methodologies, calculationConfig.methodology());
        LOG.infof(
                "factor set %s from %s",
                factors.version(),
                factorConfig.directory().isPresent() ? factorConfig.directory().get() : "this version of the service");
    }

    @Produces
    @Singleton
    FactorCatalogue factors() {
        return factors;
    }

    @Produces
    @Singleton
    Methodologies methodologies() {
        return methodologies;
    }

    @Produces
    @Singleton
    DefaultMethodologies defaults() {
        return defaults;
    }

    @Produces
    @Singleton
    Avoidances avoidances() {
        return new Avoidances(factors);
    }

    /** Reads every kind that some methodology computes, be it by default or on request, avoidances and retractions. */
    @Produces
    @Singleton
    ActivityReader reader() {
        Set<ActivityKind> kinds = EnumSet.of(ActivityKind.AVOIDANCE, ActivityKind.RETRACTION);
        for (Methodology methodology : methodologies.all()) {
            kinds.addAll(methodology.kinds());
        }
        return new ActivityReader(kinds);
    }
}
