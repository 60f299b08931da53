package dev.sillage.calculation.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sillage.activity.LlmInference;
import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.Overrides;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters that a vector gives, in the place of the catalogue's: those of a model without measured times at a
 * provider of the registry.
 */
record ExplicitParameters(LlmInference activity, Map<String, Factor> factors, String version) implements Overrides {
    private static final String MODEL = "model.huggingface_hub.meta-llama/Llama-2-7b.";
    private static final Map<String, String> RANGES = Map.of(
            "total_params_b",
            MODEL + "parameters.total",
            "active_params_b",
            MODEL + "parameters.active",
            "pue",
            "provider.huggingface_hub.pue",
            "wue_l_per_kwh",
            "provider.huggingface_hub.wue");
    private static final Map<String, String> MIX = Map.of(
            "if_electricity_mix_gwp", "ecologits.mix.gwp",
            "if_electricity_mix_adpe", "ecologits.mix.adpe",
            "if_electricity_mix_pe", "ecologits.mix.pe",
            "if_electricity_mix_wue", "ecologits.mix.water");
    private static final Map<String, String> CONSTANTS = Map.ofEntries(
            Map.entry("tps", MODEL + "throughput"),
            Map.entry("ttft", MODEL + "ttft"),
            Map.entry("batch_size", "ecologits.batch.size"),
            Map.entry("model_quantization_bits", "ecologits.weights.bits"),
            Map.entry("gpu_memory", "ecologits.gpu.memory"),
            Map.entry("gpu_energy_alpha", "ecologits.gpu.energy.alpha"),
            Map.entry("gpu_energy_beta", "ecologits.gpu.energy.decay"),
            Map.entry("gpu_energy_gamma", "ecologits.gpu.energy.gamma"),
            Map.entry("latency_alpha", "ecologits.latency.alpha"),
            Map.entry("latency_beta", "ecologits.latency.beta"),
            Map.entry("latency_gamma", "ecologits.latency.gamma"),
            Map.entry("gpu_embodied_gwp", "ecologits.gpu.embodied.gwp.2026-03"),
            Map.entry("gpu_embodied_adpe", "ecologits.gpu.embodied.adpe.2026-03"),
            Map.entry("gpu_embodied_pe", "ecologits.gpu.embodied.pe.2026-03"),
            Map.entry("server_gpu_count", "ecologits.server.gpu.count"),
            Map.entry("server_power", "ecologits.server.power"),
            Map.entry("server_embodied_gwp", "ecologits.server.embodied.gwp"),
            Map.entry("server_embodied_adpe", "ecologits.server.embodied.adpe"),
            Map.entry("server_embodied_pe", "ecologits.server.embodied.pe"),
            Map.entry("server_lifetime", "ecologits.server.lifetime"));

    static ExplicitParameters of(JsonNode input) {
        Map<String, Factor> factors = new HashMap<>();
        for (Map.Entry<String, JsonNode> member : input.properties()) {
            String name = member.getKey();
            JsonNode value = member.getValue();
            if (RANGES.containsKey(name)) {
                put(
                        factors,
                        RANGES.get(name),
                        null,
                        value.get("min").asDouble(),
                        value.get("max").asDouble());
            } else if (MIX.containsKey(name)) {
                put(factors, MIX.get(name), "USA", value.asDouble(), value.asDouble());
            } else if (name.equals("overrides")) {
                value.properties().forEach(constant -> {
                    String key = CONSTANTS.get(constant.getKey());
                    if (key == null) {
                        throw new IllegalArgumentException("unknown override " + constant.getKey());
                    }
                    // The origin writes the exponent, the catalogue how fast it falls.
                    double figure = constant.getValue().asDouble() * (key.endsWith(".decay") ? -1 : 1);
                    put(factors, key, null, figure, figure);
                });
            } else if (!name.equals("output_tokens") && !name.equals("request_latency_s")) {
                throw new IllegalArgumentException("unknown input " + name);
            }
        }
        Double seconds = input.hasNonNull("request_latency_s")
                ? input.get("request_latency_s").asDouble()
                : null;
        LlmInference activity = new LlmInference(
                "huggingface_hub",
                "meta-llama/Llama-2-7b",
                0,
                input.get("output_tokens").asLong(),
                null,
                null,
                null,
                null,
                seconds,
                "USA",
                null);
        return new ExplicitParameters(activity, factors, input.toString());
    }

    private static void put(Map<String, Factor> factors, String key, @Nullable String zone, double low, double high) {
        factors.put(
                key,
                new Factor(
                        key,
                        zone,
                        unit(key),
                        low,
                        (low + high) / 2,
                        high,
                        null,
                        null,
                        null,
                        "vector",
                        null,
                        null,
                        QUALITY,
                        null));
    }

    private static String unit(String key) {
        return switch (key) {
            case "ecologits.batch.size" -> "request";
            case "ecologits.server.gpu.count" -> "gpu";
            case "ecologits.mix.gwp" -> "kgCO2e/kWh";
            case "ecologits.mix.adpe" -> "kgSbe/kWh";
            case "ecologits.mix.pe" -> "MJ/kWh";
            case "ecologits.mix.water", "provider.huggingface_hub.wue" -> "L/kWh";
            case MODEL + "parameters.total", MODEL + "parameters.active" -> "Gparam";
            case MODEL + "throughput" -> "token/s";
            case MODEL + "ttft", "ecologits.server.lifetime" -> "s";
            case "ecologits.weights.bits" -> "bit";
            case "ecologits.gpu.memory" -> "GB";
            case "ecologits.server.power" -> "kW";
            case "ecologits.gpu.energy.alpha" -> "Wh/(token*Gparam)";
            case "ecologits.gpu.energy.gamma" -> "Wh/token";
            case "ecologits.gpu.energy.decay" -> "1/request";
            case "ecologits.latency.alpha" -> "s/(token*Gparam)";
            case "ecologits.latency.beta" -> "s/(token*request)";
            case "ecologits.latency.gamma" -> "s/token";
            default ->
                key.contains(".gwp")
                        ? "kgCO2e"
                        : key.contains(".adpe") ? "kgSbe" : key.contains(".embodied.pe") ? "MJ" : "1";
        };
    }

    @Override
    public @Nullable Factor find(String key, @Nullable String zone, Instant time) {
        return factors.get(key);
    }

    @Override
    public long period(Instant time) {
        return 0;
    }
}
