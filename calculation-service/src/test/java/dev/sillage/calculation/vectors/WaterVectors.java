package dev.sillage.calculation.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sillage.activity.Compute;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.model.SheetMethodology;
import dev.sillage.calculation.model.cloud.CloudModels;
import dev.sillage.footprint.Criterion;
import java.util.Map;

/** The group {@code water/recommended}: the water of measured IT energy at a site, by our own method. */
final class WaterVectors implements VectorSet {
    private final SheetMethodology ours =
            new SheetMethodology("sillage-2026.1", "", "", FactorCatalogue.load(), CloudModels.all());

    @Override
    public boolean covers(String setOrGroup) {
        return setOrGroup.equals("water/recommended");
    }

    @Override
    public Map<String, Object> compute(JsonNode vector) throws Exception {
        Input input = new Input(vector);
        VectorOverrides own = new VectorOverrides()
                .set("cloud.pue", "1", input.number("pue"))
                .set("cloud.wue", "L/kWh", input.number("wue_l_per_kwh"))
                .set("cloud.water", "L/kWh", input.number("water_electricity_l_per_kwh"));
        double itKwh = input.number("it_kwh");
        input.end();
        Compute compute = new Compute("aws", "eu-west-3", 0, null, null, null, null, null, itKwh);
        Worked worked = new Worked(ours.explain(compute, own.circumstances()));
        double onSite = worked.figure(Criterion.WATER_ON_SITE).central();
        double offSite = worked.figure(Criterion.WATER_OFF_SITE).central();
        return Map.of("cooling_l", onSite, "electricity_l", offSite, "total_l", onSite + offSite);
    }
}
