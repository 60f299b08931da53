package dev.sillage.calculation.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sillage.activity.Avoidance;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.model.Circumstances;
import dev.sillage.calculation.model.avoided.Avoidances;
import dev.sillage.calculation.model.avoided.AvoidedExplanation;
import java.util.Map;

/** The group {@code avoided/vehicle_km}: one kilometre of a vehicle at a speed, as a claim of logistics computes it. */
final class AvoidedVectors implements VectorSet {
    private final Avoidances avoidances = new Avoidances(FactorCatalogue.load());

    @Override
    public boolean covers(String setOrGroup) {
        return setOrGroup.equals("avoided/vehicle_km");
    }

    @Override
    public Map<String, Object> compute(JsonNode vector) throws Exception {
        Input input = new Input(vector);
        Avoidance claim = new Avoidance(
                "logistics",
                2,
                1,
                "km",
                "vector",
                "vector",
                "vector",
                "1",
                null,
                input.text("vehicle"),
                input.number("speed_kmh"),
                null,
                null,
                null,
                null,
                null);
        input.end();
        AvoidedExplanation explanation = avoidances.explain(claim, Circumstances.NEWEST);
        if (explanation.avoided().warnings().stream().anyMatch(warning -> warning.startsWith("vehicle-assumed"))) {
            throw new IllegalArgumentException("vehicle not known: " + claim.item());
        }
        return Map.of(
                "gco2e_per_km", explanation.steps().get(0).result().range().central());
    }
}
