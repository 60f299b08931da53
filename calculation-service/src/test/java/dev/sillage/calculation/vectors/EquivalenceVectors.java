package dev.sillage.calculation.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.model.Circumstances;
import dev.sillage.calculation.model.perspective.Equivalent;
import java.util.LinkedHashMap;
import java.util.Map;

/** Groups {@code equivalence/*}: each expected member names a thing of the catalogue and the unit it is told in. */
final class EquivalenceVectors implements VectorSet {
    private static final Map<String, Thing> THINGS = Map.ofEntries(
            Map.entry("car_miles_unrounded", new Thing("car-us-mile", "mile")),
            Map.entry("tv_minutes_unrounded", new Thing("tv-hour-us", "min")),
            Map.entry("us_household_week_pct_unrounded", new Thing("us-home-week", "%")),
            Map.entry("car_thermal_km", new Thing("car-thermal-km", "km")),
            Map.entry("car_electric_km", new Thing("car-electric-km", "km")),
            Map.entry("tgv_km", new Thing("tgv-km", "km")),
            Map.entry("plane_long_km", new Thing("plane-long-km", "km")),
            Map.entry("paris_ny_return_passengers", new Thing("paris-ny-return", "passenger")),
            Map.entry("beef_meals", new Thing("beef-meal", "meal")),
            Map.entry("vegetarian_meals", new Thing("vegetarian-meal", "meal")),
            Map.entry("bottled_water_l", new Thing("bottled-water-l", "L")),
            Map.entry("french_person_years", new Thing("french-person-year", "year")));

    private final FactorView factors =
            new FactorView(FactorCatalogue.load(), Circumstances.NEWEST.overrides(), Circumstances.NEWEST.time());

    private record Thing(String name, String unit) {}

    @Override
    public boolean covers(String setOrGroup) {
        return setOrGroup.startsWith("equivalence/");
    }

    @Override
    public Map<String, Object> compute(JsonNode vector) throws Exception {
        Input input = new Input(vector);
        double kgCo2e = input.number("kgco2e");
        input.end();
        Map<String, Object> amounts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> expected : vector.get("expected").properties()) {
            Thing thing = THINGS.get(expected.getKey());
            if (thing == null) {
                throw new IllegalArgumentException("no everyday thing " + expected.getKey());
            }
            amounts.put(
                    expected.getKey(),
                    Equivalent.of(kgCo2e, thing.name(), factors).in(thing.unit()));
        }
        return amounts;
    }
}
