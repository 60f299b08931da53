package dev.sillage.calculation.estimate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.model.Circumstances;
import dev.sillage.calculation.model.NotComputableException;
import dev.sillage.calculation.problem.ProblemType;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Estimates one item of a request. */
@Singleton
class Estimator {
    private final EstimateRequestReader reader;
    private final String factorSet;

    Estimator(EstimateRequestReader reader, FactorCatalogue factors) {
        this.reader = reader;
        this.factorSet = factors.version();
    }

    /**
     * Estimates an item.
     *
     * @param pointer JSON pointer of the item in the body
     */
    Estimate estimate(JsonNode item, String pointer) throws ProblemsException {
        EstimateRequest request = reader.read(item, pointer);
        try {
            return Estimate.of(
                    request, request.methodology().explain(request.activity(), circumstances(request)), factorSet);
        } catch (NotComputableException e) {
            throw new ProblemsException(ProblemType.NOT_COMPUTABLE, e.reason() + ": " + e.detail(), pointer + "/data");
        }
    }

    private static Circumstances circumstances(EstimateRequest request) {
        Instant time = request.time();
        return Circumstances.at(time == null ? Instant.now() : time);
    }
}
