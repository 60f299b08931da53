package dev.sillage.calculation.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sillage.activity.Activity;
import dev.sillage.activity.DataTransfer;
import dev.sillage.activity.VideoStreaming;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.model.Methodologies;
import dev.sillage.calculation.model.Methodology;
import dev.sillage.calculation.model.OwnFactors;
import java.util.Map;
import java.util.Set;

/**
 * Both models of the network, by {@code sillage-2026.1}. The power model as it is met in a video of the bit rate that
 * the vector tells; the conventional model as a transfer, with the mobile factor that the reference had.
 */
final class NetworkVectors implements VectorSet {
    private static final FactorCatalogue CATALOGUE = FactorCatalogue.load();
    private static final double SECONDS_PER_HOUR = 3600;
    private static final double BYTES_PER_GIGABYTE = 1e9;
    private static final double WATT_HOURS_PER_KILOWATT_HOUR = 1000;

    private final Methodology method =
            Methodologies.of(CATALOGUE).byId("sillage-2026.1").orElseThrow();

    @Override
    public boolean covers(String setOrGroup) {
        return setOrGroup.startsWith("network/");
    }

    @Override
    public Map<String, Object> compute(JsonNode vector) throws Exception {
        JsonNode input = vector.get("input");
        String network = input.get("network").asText();
        OwnFactors own = new OwnFactors();
        return switch (vector.get("group").asText()) {
            case "network/power_model" -> {
                known(input, Set.of("network", "mbps", "hours"));
                own.set("network.model", "1", 2)
                        .set("streaming.hd.volume", "Mbit/s", input.get("mbps").asDouble());
                double seconds = input.get("hours").asDouble() * SECONDS_PER_HOUR;
                yield Map.of(
                        "wh",
                        WATT_HOURS_PER_KILOWATT_HOUR
                                * energy(new VideoStreaming(seconds, "HD", "tv", network, "FRA", null), own));
            }
            case "network/conventional_model" -> {
                known(input, Set.of("network", "gb"));
                own.set(
                        "network.mobile.energy",
                        "kWh/GB",
                        CATALOGUE.factor("scope3.network.mobile.energy").central());
                long bytes = Math.round(input.get("gb").asDouble() * BYTES_PER_GIGABYTE);
                yield Map.of("kwh", energy(new DataTransfer(bytes, network, "FRA"), own));
            }
            default -> throw new IllegalArgumentException("unknown group " + vector.get("group"));
        };
    }

    private double energy(Activity activity, OwnFactors own) throws Exception {
        String name = activity instanceof DataTransfer ? "energy" : "network-energy";
        return method.explain(activity, own.circumstances()).steps().stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow()
                .result()
                .range()
                .central();
    }

    private static void known(JsonNode input, Set<String> members) {
        input.fieldNames().forEachRemaining(name -> {
            if (!members.contains(name)) {
                throw new IllegalArgumentException("unknown member " + name);
            }
        });
    }
}
