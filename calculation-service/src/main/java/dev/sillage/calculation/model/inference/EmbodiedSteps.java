package dev.sillage.calculation.model.inference;

import static dev.sillage.calculation.model.Explained.value;

import dev.sillage.calculation.model.Explanation.Step;
import dev.sillage.calculation.model.Explanation.Value;
import dev.sillage.calculation.model.Range;
import java.util.ArrayList;
import java.util.List;

/** Shows the share of a request in making the machines. */
final class EmbodiedSteps {
    private final InferenceExplanation factors;
    private final Calculation calculation;
    private final Value latency;
    private final Value gpus;

    EmbodiedSteps(InferenceExplanation factors, Calculation calculation) {
        this.factors = factors;
        this.calculation = calculation;
        this.latency = value("lat", "time of the request", calculation.perRequest(Run::latencySeconds), "s");
        this.gpus = value("G", "GPUs that serve the model", calculation.perRequest(Run::gpuCount), "gpu");
    }

    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        Value hardware = value("Ihw", "GHG of server and GPUs", calculation.perRequest(Run::hardwareGwpKg), "kgCO2e");
        steps.add(hardware("ghg-embodied-hardware", "gwp", hardware));
        if (factors.edition().countsNetworkAndBuilding()) {
            Value network = value("Inw", "GHG of the network", calculation.perRequest(Run::networkGwpKg), "kgCO2e");
            Value building = value("Ibd", "GHG of the building", calculation.perRequest(Run::buildingGwpKg), "kgCO2e");
            steps.add(network(network));
            steps.add(building(building));
            steps.add(sum("ghg-embodied", "GWPe = Ihw + Inw + Ibd", List.of(hardware, network, building)));
        } else {
            steps.add(sum("ghg-embodied", "GWPe = Ihw", List.of(hardware)));
        }
        Range primary = calculation.perRequest(Run::embodiedPrimaryEnergyMj);
        Range metals = calculation.perRequest(Run::embodiedAdpeKg);
        steps.add(hardware("primary-energy-embodied", "pe", value("PEe", "primary energy embodied", primary, "MJ")));
        steps.add(hardware("adpe-embodied", "adpe", value("ADPee", "metals embodied", metals, "kgSbe")));
        return steps;
    }

    private Step hardware(String name, String criterion, Value result) {
        return new Step(
                name,
                result.symbol() + " = lat / (L * B) * (G / S * Iserver + G * Igpu)",
                List.of(latency, gpus),
                List.of(
                        factors.ecologits("L", "server.lifetime"),
                        factors.ecologits("B", "batch.size"),
                        factors.ecologits("S", "server.gpu.count"),
                        factors.ecologits("Iserver", "server.embodied." + criterion),
                        factors.ecologits(
                                "Igpu",
                                "gpu.embodied." + criterion + "."
                                        + factors.edition().date())),
                result);
    }

    private Step network(Value result) {
        return new Step(
                "ghg-embodied-network",
                "Inw = lat * (If*nf + Ir*nr + Is*ns) * G / S / (Ln * B)",
                List.of(latency, gpus),
                List.of(
                        factors.ecologits("If", "network.firewall.embodied"),
                        factors.ecologits("nf", "network.firewall.count"),
                        factors.ecologits("Ir", "network.router.embodied"),
                        factors.ecologits("nr", "network.router.count"),
                        factors.ecologits("Is", "network.switch.embodied"),
                        factors.ecologits("ns", "network.switch.count"),
                        factors.ecologits("S", "server.gpu.count"),
                        factors.ecologits("Ln", "network.lifetime"),
                        factors.ecologits("B", "batch.size")),
                result);
    }

    private Step building(Value result) {
        Range itEnergy = calculation.perRequest(Run::itEnergyKwh);
        return new Step(
                "ghg-embodied-building",
                "Ibd = ib * Eit",
                List.of(value("Eit", "energy of all machines", itEnergy, "kWh")),
                List.of(factors.ecologits("ib", "building.embodied")),
                result);
    }

    private Step sum(String name, String formula, List<Value> parts) {
        Range total = calculation.perRequest(Run::embodiedGwpKg);
        return new Step(name, formula, parts, List.of(), value("GWPe", "embodied GHG", total, "kgCO2e"));
    }
}
