package dev.sillage.calculation.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sillage.activity.WebPage;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.factor.Overrides;
import dev.sillage.calculation.model.Circumstances;
import dev.sillage.calculation.model.Explanation;
import dev.sillage.calculation.model.Methodology;
import dev.sillage.calculation.model.OwnFactors;
import dev.sillage.calculation.model.swd.SustainableWebDesign;
import dev.sillage.calculation.model.swd.SwdRating;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The vectors of co2.js, Sustainable Web Design 4, by {@code swd-4}. */
final class SwdVectors implements VectorSet {
    private static final FactorCatalogue CATALOGUE = FactorCatalogue.load();
    private static final double GRAMS_PER_KILOGRAM = 1000;
    private static final Map<String, String> SEGMENTS =
            Map.of("device", "device", "network", "network", "dataCenter", "datacentre");
    private static final Map<String, String> SHARES = Map.of(
            "greenHostingFactor", "swd.green-hosting.share",
            "firstVisitPercentage", "swd.visit.first-share",
            "returnVisitPercentage", "swd.visit.return-share",
            "dataReloadRatio", "swd.visit.return-data-share");
    private static final Map<String, String> STEPS = Map.ofEntries(
            Map.entry("dataCenterOperationalCO2e", "datacentre-operational"),
            Map.entry("networkOperationalCO2e", "network-operational"),
            Map.entry("consumerDeviceOperationalCO2e", "device-operational"),
            Map.entry("dataCenterEmbodiedCO2e", "datacentre-embodied"),
            Map.entry("networkEmbodiedCO2e", "network-embodied"),
            Map.entry("consumerDeviceEmbodiedCO2e", "device-embodied"),
            Map.entry("totalEmbodiedCO2e", "embodied"),
            Map.entry("totalOperationalCO2e", "operational"),
            Map.entry("dataCenterCO2e", "datacentre"),
            Map.entry("networkCO2e", "network"),
            Map.entry("consumerDeviceCO2e", "device"));

    private final Methodology method = SustainableWebDesign.methodology(CATALOGUE);

    @Override
    public boolean covers(String setOrGroup) {
        return setOrGroup.startsWith("web/swd-v4/");
    }

    @Override
    public Map<String, Object> compute(JsonNode vector) throws Exception {
        JsonNode input = vector.get("input");
        known(input, Set.of("bytes", "green", "options"), "resolved");
        OwnFactors own = new OwnFactors();
        options(input.path("options"), own);
        WebPage page = new WebPage(
                input.get("bytes").asLong(), 1, input.path("green").asBoolean(false) ? Boolean.TRUE : null, null);
        Explanation explanation = method.explain(page, own.circumstances());
        Map<String, Object> results = new HashMap<>();
        STEPS.forEach((member, step) -> results.put(member, result(explanation, step)));
        boolean perVisit = vector.get("group").asText().contains("perVisit");
        double total = perVisit ? result(explanation, "total") * GRAMS_PER_KILOGRAM : result(explanation, "per-byte");
        results.put("gCO2e", total);
        results.put("total", total);
        FactorView factors = new FactorView(CATALOGUE, Overrides.NONE, Circumstances.NEWEST.time());
        results.put("rating", SwdRating.of(total, factors));
        return results;
    }

    private static void options(JsonNode options, OwnFactors own) {
        options.properties().forEach(option -> {
            if (option.getKey().equals("gridIntensity")) {
                option.getValue().properties().forEach(segment -> grid(segment.getKey(), segment.getValue(), own));
            } else if (SHARES.containsKey(option.getKey())) {
                own.set(SHARES.get(option.getKey()), "1", option.getValue().asDouble());
            } else {
                throw new IllegalArgumentException("unknown option " + option.getKey());
            }
        });
    }

    /** A number, an object with a value, or a country, whose intensity is the catalogue's. */
    private static void grid(String segment, JsonNode value, OwnFactors own) {
        if (!SEGMENTS.containsKey(segment)) {
            throw new IllegalArgumentException("unknown segment " + segment);
        }
        double intensity;
        if (value.isNumber()) {
            intensity = value.asDouble();
        } else if (value.has("country")) {
            known(value, Set.of("country"), "value");
            String zone = CATALOGUE
                    .zones()
                    .find(value.get("country").asText())
                    .orElseThrow()
                    .code();
            intensity = CATALOGUE.factor("grid.ghg.location", zone).central();
        } else {
            known(value, Set.of("value"), "description");
            intensity = value.get("value").asDouble();
        }
        own.set("swd.grid." + SEGMENTS.get(segment), "gCO2e/kWh", intensity);
    }

    private static void known(JsonNode object, Set<String> members, String output) {
        object.fieldNames().forEachRemaining(name -> {
            if (!members.contains(name) && !name.equals(output)) {
                throw new IllegalArgumentException("unknown member " + name);
            }
        });
    }

    private static double result(Explanation explanation, String name) {
        return explanation.steps().stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no step " + name))
                .result()
                .range()
                .central();
    }
}
