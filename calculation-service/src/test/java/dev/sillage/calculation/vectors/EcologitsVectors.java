package dev.sillage.calculation.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sillage.activity.LlmInference;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.factor.Overrides;
import dev.sillage.calculation.factor.Zones;
import dev.sillage.calculation.model.Case;
import dev.sillage.calculation.model.Circumstances;
import dev.sillage.calculation.model.Footprint;
import dev.sillage.calculation.model.KindModel;
import dev.sillage.calculation.model.Methodology;
import dev.sillage.calculation.model.Range;
import dev.sillage.calculation.model.ecologits.Ecologits;
import dev.sillage.calculation.model.sheet.Plan;
import dev.sillage.footprint.Criterion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** EcoLogits: both editions, and the cases that give the size of the model, the site and the hardware themselves. */
final class EcologitsVectors implements VectorSet {
    private static final String MARCH = "ecologits-2026-03";
    private static final String OVERRIDES = "ecologits-2026-03-overrides";
    private static final String SEPTEMBER = "ecologits-2026-09";
    private static final Set<String> INPUTS =
            Set.of("provider", "model", "output_tokens", "input_tokens", "request_latency_s", "zone");
    private static final Map<String, List<String>> STEPS = Map.ofEntries(
            Map.entry("energy_kwh", List.of("energy")),
            Map.entry("gwp_kgco2e.usage", List.of("ghg-operational-location")),
            Map.entry("gwp_kgco2e.embodied", List.of("ghg-embodied")),
            Map.entry("gwp_kgco2e.total", List.of("ghg-operational-location", "ghg-embodied")),
            Map.entry("adpe_kgsbe.usage", List.of("adpe-usage")),
            Map.entry("adpe_kgsbe.embodied", List.of("adpe-embodied")),
            Map.entry("adpe_kgsbe.total", List.of("adpe")),
            Map.entry("pe_mj.usage", List.of("primary-energy-usage")),
            Map.entry("pe_mj.embodied", List.of("primary-energy-embodied")),
            Map.entry("pe_mj.total", List.of("primary-energy")),
            Map.entry("wcf_l", List.of("water-on-site", "water-off-site")));

    private final FactorCatalogue catalogue = FactorCatalogue.load();
    private final Map<String, KindModel<LlmInference>> models = Map.of(
            MARCH, Ecologits.march2026Inference(catalogue), SEPTEMBER, Ecologits.september2026Inference(catalogue));
    private final Map<String, Methodology> methods =
            Map.of(MARCH, Ecologits.march2026(catalogue), SEPTEMBER, Ecologits.september2026(catalogue));

    @Override
    public boolean covers(String setOrGroup) {
        return Set.of(MARCH, OVERRIDES, SEPTEMBER).contains(setOrGroup);
    }

    @Override
    public Map<String, Object> compute(JsonNode vector) throws Exception {
        String set = vector.get("set").asText();
        JsonNode input = vector.get("input");
        if (set.equals(OVERRIDES)) {
            ExplicitParameters explicit = ExplicitParameters.of(input);
            return computed(models.get(MARCH), explicit.activity(), input, explicit);
        }
        input.fieldNames().forEachRemaining(name -> {
            if (!INPUTS.contains(name)) {
                throw new IllegalArgumentException("unknown input " + name);
            }
        });
        LlmInference activity = activity(input, text(input, "zone"));
        if (!vector.get("errors").isEmpty()) {
            fallBack(methods.get(set), vector.get("errors"), input, activity);
            return Map.of();
        }
        Map<String, Object> figures = computed(models.get(set), activity, input, Overrides.NONE);
        checkResolution(methods.get(set).footprint(activity), vector);
        return figures;
    }

    private Map<String, Object> computed(
            KindModel<LlmInference> model, LlmInference activity, JsonNode input, Overrides overrides)
            throws Exception {
        Case resolved = model.resolve(activity, new FactorView(catalogue, overrides, Circumstances.NEWEST.time()));
        Plan plan = resolved.plan().plan();
        if (!input.hasNonNull("input_tokens") && model == models.get(SEPTEMBER)) {
            // An event always tells its input; the reference may not know it.
            resolved.quantities().set(plan.sheet().quantity("Nin"), (Double) null);
        }
        Map<String, Object> figures = new HashMap<>();
        STEPS.forEach((path, steps) -> {
            int[] registers = steps.stream().mapToInt(plan::locate).toArray();
            @Nullable Range[] ranges = plan.evaluate(resolved.quantities(), registers);
            double low = 0;
            double high = 0;
            for (Range range : ranges) {
                low += Objects.requireNonNull(range).low();
                high += range.high();
            }
            figures.put(path + ".min", low);
            figures.put(path + ".max", high);
        });
        return figures;
    }

    private static void checkResolution(Footprint footprint, JsonNode vector) {
        assertThat(footprint.warnings())
                .filteredOn(warning -> warning.startsWith("model-arch-") || warning.contains("fallback"))
                .isEqualTo(texts(vector.get("warnings")));
        assertThat(footprint.zone())
                .isEqualTo(vector.get("resolved").get("zone").asText());
    }

    /** Where the origin refuses to answer, ours answers and says what it assumed. */
    private void fallBack(Methodology method, JsonNode errors, JsonNode input, LlmInference activity) throws Exception {
        Footprint footprint = method.footprint(activity);
        assertThat(Objects.requireNonNull(footprint.figures().get(Criterion.ENERGY))
                        .low())
                .isPositive();
        for (String error : texts(errors)) {
            switch (error) {
                case "model-not-registered" ->
                    assertThat(footprint.warnings())
                            .containsAnyOf(
                                    "model-class-fallback",
                                    "model-of-other-provider",
                                    "model-alias",
                                    "model-suffix-stripped",
                                    "model-deployment-name");
                case "zone-not-registered" -> {
                    // An alpha-2 code is a good zone to us; any other falls back to the provider's default.
                    Optional<String> known = catalogue
                            .zones()
                            .find(Objects.requireNonNull(activity.zone()))
                            .map(Zones.Zone::code)
                            .filter(code ->
                                    catalogue.find("ecologits.mix.gwp", code).isPresent());
                    assertThat(footprint.warnings().contains("zone-fallback")).isEqualTo(known.isEmpty());
                    assertThat(method.footprint(activity(input, known.orElse(null)))
                                    .figures())
                            .isEqualTo(footprint.figures());
                }
                default -> throw new IllegalArgumentException("unknown error " + error);
            }
        }
    }

    private static LlmInference activity(JsonNode input, @Nullable String zone) {
        return new LlmInference(
                input.get("provider").asText(),
                input.get("model").asText(),
                input.hasNonNull("input_tokens") ? input.get("input_tokens").asLong() : 0,
                input.get("output_tokens").asLong(),
                null,
                null,
                null,
                null,
                input.hasNonNull("request_latency_s")
                        ? input.get("request_latency_s").asDouble()
                        : null,
                zone,
                null);
    }

    private static @Nullable String text(JsonNode input, String name) {
        return input.hasNonNull(name) ? input.get(name).asText() : null;
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
