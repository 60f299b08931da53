package dev.sillage.calculation.reference;

import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.factor.FactorHistory;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Reads the published factor sets once, when somebody asks for the first time. */
@Singleton
class HistoryProducer {

    @Produces
    @Singleton
    FactorHistory history(FactorCatalogue factors) {
        return FactorHistory.of(factors);
    }
}
