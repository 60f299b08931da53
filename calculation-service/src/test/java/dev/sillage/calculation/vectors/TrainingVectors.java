package dev.sillage.calculation.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sillage.activity.ModelTraining;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.model.Circumstances;
import dev.sillage.calculation.model.Methodology;
import dev.sillage.calculation.model.SheetMethodology;
import dev.sillage.calculation.model.ai.AiModels;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code training}: each published method is our sheet with the factors that it sets; what it does not know, such as the
 * host beside the GPUs, has the factor 1.
 */
final class TrainingVectors implements VectorSet {
    private static final double KG_PER_POUND = 0.45359237;
    private static final double TONNES_PER_KG = 1e-3;
    private static final double TERA = 1e-12;
    private static final Instant FIRST_DAY = Instant.parse("2020-01-01T00:00:00Z");

    private final Methodology method =
            new SheetMethodology("sillage-2026.1", "", "", FactorCatalogue.load(), AiModels.all());

    @Override
    public boolean covers(String setOrGroup) {
        return setOrGroup.equals("training");
    }

    @Override
    public Map<String, Object> compute(JsonNode vector) throws Exception {
        Told told = new Told(vector.get("input"));
        String name = told.text("method");
        told.text("model", "hardware", "note", "scope", "basis", "name");
        Map<String, Object> values = "ecologits_training_regression".equals(name) ? regression(told) : run(name, told);
        told.allRead();
        return values;
    }

    private Map<String, Object> regression(Told told) throws Exception {
        double parameters = told.required("params", "parameters");
        long days = (long) told.required("release_days_since_2020_01_01", "days");
        ModelTraining activity = training(1.0, parameters, null, null, null);
        Results results =
                new Results(method.explain(activity, Circumstances.at(FIRST_DAY.plus(days, ChronoUnit.DAYS))));
        results.central("flops", "regression-operations", 1)
                .central("gpu_it_energy_kwh", "regression-gpu-energy", 1)
                .central("it_energy_kwh", "regression-it-energy", 1);
        double ratio = results.range("regression-it-energy").central()
                / results.range("regression-gpu-energy").central();
        Map<String, Object> values = new HashMap<>(results.values());
        values.put("infrastructure_ratio", ratio);
        return values;
    }

    private Map<String, Object> run(@Nullable String name, Told told) throws Exception {
        FactorsOfVector factors = new FactorsOfVector()
                .set("training.host-ratio", "1", 1.0)
                .set("training.power-ratio", "1", 1.0)
                .set("hardware.accelerator-class.power", "W", told.number("avg_power_w", "power_w_per_gpu", "power_w"))
                .set("hardware.accelerator-class.peak-dense", "TFLOP/s", tera(told.number("peak_flops")))
                .set("training.mfu", "1", told.number("mfu"))
                .set("grid.ghg.location", "kgCO2e/kWh", told.number("intensity_kg_per_kwh"))
                .set("grid.ghg.location", "gCO2e/kWh", told.number("intensity_g_per_kwh"))
                .set("grid.ghg.location", "lbCO2e/kWh", told.number("intensity_lb_per_kwh"));
        ModelTraining activity =
                switch (Objects.requireNonNull(name)) {
                    case "strubell2019" -> training(told.required("hours"), null, null, told.number("pue"), null);
                    case "gpu_hours_x_power" ->
                        training(told.required("gpu_hours"), null, null, told.number("pue"), null);
                    case "6ND", "flops_6nd" ->
                        training(
                                null,
                                told.required("params", "parameters"),
                                told.required("tokens"),
                                told.number("pue"),
                                null);
                    case "measured", "measured_energy", "energy_x_intensity" ->
                        training(null, null, null, told.number("pue"), told.required("energy_kwh"));
                    default -> throw new IllegalArgumentException("unknown method " + name);
                };
        Results results = new Results(method.explain(activity, new Circumstances(Instant.now(), factors)));
        results.central("energy_kwh", "energy", 1)
                .central("co2e_kg", "ghg-operational-location", 1)
                .central("co2e_t", "ghg-operational-location", TONNES_PER_KG)
                .central("co2e_lb", "ghg-operational-location", 1 / KG_PER_POUND);
        if (results.has("operations")) {
            results.central("flops", "operations", 1).central("gpu_hours", "hours-by-operations", 1);
        }
        return results.values();
    }

    private static ModelTraining training(
            @Nullable Double hours,
            @Nullable Double parameters,
            @Nullable Double tokens,
            @Nullable Double pue,
            @Nullable Double measured) {
        return new ModelTraining(
                null, null, hours, parameters, tokens, null, pue == null ? 1.0 : pue, "USA", null, measured);
    }

    private static @Nullable Double tera(@Nullable Double value) {
        return value == null ? null : value * TERA;
    }
}
