package dev.sillage.calculation.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sillage.activity.Activity;
import dev.sillage.activity.DeviceUse;
import dev.sillage.activity.Email;
import dev.sillage.activity.VideoCall;
import dev.sillage.activity.VideoStreaming;
import dev.sillage.activity.WebSearch;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.model.Explanation;
import dev.sillage.calculation.model.Methodology;
import dev.sillage.calculation.model.OwnFactors;
import dev.sillage.calculation.model.ademe.Ademe;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The vectors of publicodes-acv-numerique and of impactco2's device lives, by {@code ademe-2.1}. */
final class AdemeVectors implements VectorSet {
    private static final FactorCatalogue CATALOGUE = FactorCatalogue.load();
    private static final double SECONDS_PER_MINUTE = 60;
    private static final double BYTES_PER_MEGABYTE = 1e6;
    private static final double HOURS_PER_YEAR = 365 * 3.0;
    private static final Map<String, String> STEPS = Map.of(
            "total_gCO2e", "total",
            "device_embodied_g", "device-embodied",
            "device_use_g", "device-use",
            "network_g", "network",
            "datacenter_embodied_g", "datacentre-embodied",
            "datacenter_use_g", "datacentre-use");
    private static final Map<String, String> DEVICES = Map.of(
            "smartphone", "smartphone",
            "tablette", "tablet",
            "ordinateur portable", "laptop",
            "ordinateur et écran", "desktop",
            "TV", "tv");

    private final Methodology method = Ademe.methodology(CATALOGUE);

    @Override
    public boolean covers(String setOrGroup) {
        return setOrGroup.startsWith("ademe/");
    }

    @Override
    public Map<String, Object> compute(JsonNode vector) throws Exception {
        OwnFactors own = new OwnFactors();
        JsonNode input = vector.get("input");
        String group = vector.get("group").asText();
        if (group.equals("ademe/device_lifecycle")) {
            return life(input, own);
        }
        AdemeSituation situation = new AdemeSituation(input);
        Activity activity =
                switch (group) {
                    case "ademe/streaming" -> streaming(situation, own);
                    case "ademe/videocall" -> call(situation, own);
                    case "ademe/email" -> mail(situation, own);
                    case "ademe/websearch" -> search(situation, own);
                    default -> throw new IllegalArgumentException("unknown group " + group);
                };
        situation.settings(own);
        situation.checkAllUsed();
        Map<String, Object> results = new HashMap<>();
        Explanation explanation = method.explain(activity, own.circumstances());
        STEPS.forEach((member, step) -> results.put(member, result(explanation, step)));
        return results;
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

    private static Activity streaming(AdemeSituation situation, OwnFactors own) {
        return new VideoStreaming(
                situation.number("streaming . durée", 60) * SECONDS_PER_MINUTE,
                quality(situation.text("streaming . qualité")),
                situation.device("streaming . appareil", DEVICES, "ademe.streaming.device-mix.", own),
                situation.networkOf("streaming . transmission . réseau"),
                situation.country(own),
                null);
    }

    private static Activity call(AdemeSituation situation, OwnFactors own) {
        return new VideoCall(
                situation.number("visio . durée", 60) * SECONDS_PER_MINUTE,
                (int) situation.number("visio . emplacements", 2),
                quality(situation.text("visio . qualité")),
                situation.device("visio . appareil", DEVICES, "", own),
                situation.networkOf("visio . transmission . réseau"),
                situation.country(own));
    }

    private static String quality(String name) {
        return name == null ? null : name.equals("ultra HD") ? "4K" : name;
    }

    private static Activity mail(AdemeSituation situation, OwnFactors own) {
        String device = situation.device("email . appareil", DEVICES, "ademe.email.device-mix.", own);
        situation.ownNetwork("email . transmission . émetteur . réseau", "ademe.email.sender.network", own);
        situation.ownNetwork("email . transmission . récepteur . réseau", "ademe.email.recipient.network", own);
        return new Email(
                Math.round(situation.number("email . taille", 1) * BYTES_PER_MEGABYTE),
                (int) situation.number("email . destinataires", 1),
                situation.share("email . terminaux . pourcentage lecture", 1),
                situation.number("email . terminaux . temps écriture", 3) * SECONDS_PER_MINUTE,
                situation.number("email . durée stockage mail", 10),
                null,
                device == null ? null : Map.of(device, 1.0),
                null,
                situation.country(own));
    }

    private static Activity search(AdemeSituation situation, OwnFactors own) {
        return new WebSearch(
                1,
                situation.device("recherche web . appareil", DEVICES, "ademe.search.device-mix.", own),
                situation.networkOf("recherche web . transmission . réseau"),
                situation.country(own));
    }

    /** A whole life of a device: used in {@code yearsOfUsage} years, to which its manufacture is spread. */
    private Map<String, Object> life(JsonNode input, OwnFactors own) throws Exception {
        input.fieldNames().forEachRemaining(name -> {
            if (!Set.of("slug", "yearsOfUsage", "ecv", "usage", "end").contains(name)) {
                throw new IllegalArgumentException("unknown input " + name);
            }
        });
        double years = input.get("yearsOfUsage").asDouble();
        double embodied = input.path("end").asDouble(0);
        for (JsonNode stage : input.get("ecv")) {
            embodied += stage.get("value").asDouble();
        }
        double hours = years * HOURS_PER_YEAR;
        double yearly = input.path("usage").path("peryear").asDouble(0);
        own.set("ademe.device.laptop.embodied", "kgCO2e/device", embodied)
                .set("ademe.device.laptop.lifetime-use", "h", hours)
                .set("ademe.device.laptop.power", "kW", yearly / HOURS_PER_YEAR)
                .set("ademe.grid.device", "kgCO2e/kWh", 1);
        Explanation explanation = method.explain(new DeviceUse("laptop", hours, "FRA"), own.circumstances());
        return Map.of("kgco2e", result(explanation, "total"));
    }
}
