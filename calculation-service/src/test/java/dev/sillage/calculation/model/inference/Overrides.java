package dev.sillage.calculation.model.inference;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sillage.calculation.model.inference.HardwareParameters.Server;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The explicit parameters of a vector, over the defaults of the method. */
record Overrides(HardwareParameters hardware, InferenceParameters request) {
    private static final Set<String> INPUTS = Set.of(
            "active_params_b",
            "total_params_b",
            "output_tokens",
            "pue",
            "wue_l_per_kwh",
            "request_latency_s",
            "if_electricity_mix_adpe",
            "if_electricity_mix_pe",
            "if_electricity_mix_gwp",
            "if_electricity_mix_wue",
            "overrides");

    static Overrides of(JsonNode input, HardwareParameters defaults) {
        input.fieldNames().forEachRemaining(name -> {
            if (!INPUTS.contains(name)) {
                throw new IllegalArgumentException("unknown input " + name);
            }
        });
        Map<String, Double> values = new TreeMap<>();
        input.get("overrides")
                .properties()
                .forEach(entry -> values.put(entry.getKey(), entry.getValue().asDouble()));
        HardwareParameters hardware = hardware(values, defaults);
        Double ttft = values.remove("ttft");
        Double tps = values.remove("tps");
        if (!values.isEmpty()) {
            throw new IllegalArgumentException("unknown overrides " + values.keySet());
        }
        InferenceParameters.Mix mix = new InferenceParameters.Mix(
                input.get("if_electricity_mix_gwp").asDouble(),
                input.get("if_electricity_mix_adpe").asDouble(),
                input.get("if_electricity_mix_pe").asDouble(),
                input.get("if_electricity_mix_wue").asDouble());
        InferenceParameters request = new InferenceParameters(
                new InferenceParameters.Model(
                        bounds(input.get("total_params_b")), bounds(input.get("active_params_b")), tps, ttft),
                new InferenceParameters.Site(bounds(input.get("pue")), bounds(input.get("wue_l_per_kwh")), mix),
                null,
                input.get("output_tokens").asDouble(),
                ReferenceVectorsTest.number(input, "request_latency_s"),
                null);
        return new Overrides(hardware, request);
    }

    private static HardwareParameters hardware(Map<String, Double> values, HardwareParameters defaults) {
        Server server = defaults.server();
        return new HardwareParameters(
                defaults.energyFit(),
                defaults.latencyFit(),
                defaults.prefillFit(),
                take(values, "batch_size", defaults.batchSize()),
                take(values, "model_quantization_bits", defaults.weightBits()),
                defaults.memoryOverhead(),
                take(values, "gpu_memory", defaults.gpuMemoryGb()),
                embodied(values, "gpu", defaults.gpu()),
                new Server(
                        take(values, "server_gpu_count", server.gpuCount()),
                        take(values, "server_power", server.powerKw()),
                        take(values, "server_lifetime", server.lifetimeSeconds()),
                        embodied(values, "server", server.embodied())),
                defaults.network(),
                defaults.buildingKgCo2ePerKwh());
    }

    private static Embodied embodied(Map<String, Double> values, String machine, Embodied defaults) {
        return new Embodied(
                take(values, machine + "_embodied_gwp", defaults.gwpKgCo2e()),
                take(values, machine + "_embodied_adpe", defaults.adpeKgSbe()),
                take(values, machine + "_embodied_pe", defaults.primaryEnergyMj()));
    }

    private static double take(Map<String, Double> values, String name, double absent) {
        Double value = values.remove(name);
        return value == null ? absent : value;
    }

    private static Bounds bounds(JsonNode node) {
        return new Bounds(node.get("min").asDouble(), node.get("max").asDouble());
    }
}
