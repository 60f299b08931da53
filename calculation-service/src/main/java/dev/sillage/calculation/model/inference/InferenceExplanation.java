package dev.sillage.calculation.model.inference;

import static dev.sillage.calculation.model.Explained.value;

import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.model.Explained;
import dev.sillage.calculation.model.Explanation.FactorUse;
import dev.sillage.calculation.model.Explanation.Step;
import dev.sillage.calculation.model.Explanation.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows how the average request was computed, step by step, and then what it means for all requests. The low bound of
 * a result follows from the low bounds shown, the high bound from the high ones; central is their mean.
 */
final class InferenceExplanation {
    private final FactorCatalogue catalogue;
    private final Edition edition;

    InferenceExplanation(FactorCatalogue catalogue, Edition edition) {
        this.catalogue = catalogue;
        this.edition = edition;
    }

    List<Step> steps(Calculation calculation) {
        List<Step> steps = new ArrayList<>(energy(calculation));
        steps.addAll(new UsageSteps(this, calculation).steps());
        steps.addAll(new EmbodiedSteps(this, calculation).steps());
        steps.addAll(TotalSteps.of(calculation));
        return steps;
    }

    private List<Step> energy(Calculation calculation) {
        List<Step> steps = new ArrayList<>();
        Value outputTokens =
                value("Nout", "output tokens", calculation.request().outputTokens(), "token");
        String model = calculation.resolution().modelKey();
        FactorUse active = use("Pa", model + ".parameters.active");
        Value gpus = value("G", "GPUs that serve the model", calculation.perRequest(Run::gpuCount), "gpu");
        Value gpuEnergy = value("Eg", "energy of one GPU", calculation.perRequest(Run::gpuEnergyKwh), "kWh");
        Value latency = value("lat", "time of the request", calculation.perRequest(Run::latencySeconds), "s");
        steps.add(new Step(
                "gpu-count",
                "G = least power of two >= ceil(o * Pt * Q / 8 / M)",
                List.of(),
                List.of(
                        ecologits("o", "memory.overhead"),
                        use("Pt", model + ".parameters.total"),
                        ecologits("Q", "weights.bits"),
                        ecologits("M", "gpu.memory")),
                gpus));
        steps.add(new Step(
                "gpu-energy",
                "Eg = Nout * (a * exp(-b*B) * Pa + c) / 1000",
                List.of(outputTokens),
                List.of(
                        ecologits("a", "gpu.energy.alpha"),
                        ecologits("b", "gpu.energy.decay"),
                        ecologits("B", "batch.size"),
                        active,
                        ecologits("c", "gpu.energy.gamma")),
                gpuEnergy));
        steps.addAll(new LatencySteps(this, calculation, edition).steps(outputTokens, active, latency));
        steps.add(serverEnergy(calculation, gpus, latency));
        Value server = value("Es", "energy of the server", calculation.perRequest(Run::serverEnergyKwh), "kWh");
        if (!edition.countsNetworkAndBuilding()) {
            steps.add(itEnergy(calculation, "Eit = Es + G*Eg", List.of(server, gpus, gpuEnergy)));
            return steps;
        }
        steps.add(networkEnergy(calculation, gpus, latency));
        Value network = value("En", "energy of the network", calculation.perRequest(Run::networkEnergyKwh), "kWh");
        steps.add(itEnergy(calculation, "Eit = Es + G*Eg + En", List.of(server, gpus, gpuEnergy, network)));
        return steps;
    }

    private static Step itEnergy(Calculation calculation, String formula, List<Value> parts) {
        Double measured = calculation.request().measuredItEnergyKwh();
        Value result = value("Eit", "energy of all machines", calculation.perRequest(Run::itEnergyKwh), "kWh");
        return measured == null
                ? new Step("it-energy", formula, parts, List.of(), result)
                : new Step(
                        "it-energy",
                        "Eit = Em",
                        List.of(value("Em", "measured energy per request", measured, "kWh")),
                        List.of(),
                        result);
    }

    private Step serverEnergy(Calculation calculation, Value gpus, Value latency) {
        return new Step(
                "server-energy",
                "Es = lat / 3600 * Ps * G / S / B",
                List.of(latency, gpus),
                List.of(
                        ecologits("Ps", "server.power"),
                        ecologits("S", "server.gpu.count"),
                        ecologits("B", "batch.size")),
                value("Es", "energy of the server", calculation.perRequest(Run::serverEnergyKwh), "kWh"));
    }

    private Step networkEnergy(Calculation calculation, Value gpus, Value latency) {
        return new Step(
                "network-energy",
                "En = lat / 3600 * (Pd * (nf + nr + ns)) * G / S / B",
                List.of(latency, gpus),
                List.of(
                        ecologits("Pd", "network.power"),
                        ecologits("nf", "network.firewall.count"),
                        ecologits("nr", "network.router.count"),
                        ecologits("ns", "network.switch.count"),
                        ecologits("S", "server.gpu.count"),
                        ecologits("B", "batch.size")),
                value("En", "energy of the network", calculation.perRequest(Run::networkEnergyKwh), "kWh"));
    }

    Edition edition() {
        return edition;
    }

    FactorUse ecologits(String symbol, String name) {
        return use(symbol, "ecologits." + name);
    }

    FactorUse use(String symbol, String key) {
        return use(symbol, key, null);
    }

    FactorUse use(String symbol, String key, @Nullable String zone) {
        return Explained.use(symbol, zone == null ? catalogue.factor(key) : catalogue.factor(key, zone));
    }
}
