package dev.sillage.calculation.model.inference;

import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.model.inference.HardwareParameters.EnergyFit;
import dev.sillage.calculation.model.inference.HardwareParameters.LatencyFit;
import dev.sillage.calculation.model.inference.HardwareParameters.Network;
import dev.sillage.calculation.model.inference.HardwareParameters.PrefillFit;
import dev.sillage.calculation.model.inference.HardwareParameters.Server;
import java.util.Optional;

/** Takes the constants of one edition from the catalogue. */
final class EcologitsFactors {
    private final FactorCatalogue catalogue;
    private final Edition edition;

    EcologitsFactors(FactorCatalogue catalogue, Edition edition) {
        this.catalogue = catalogue;
        this.edition = edition;
    }

    HardwareParameters hardware() {
        return new HardwareParameters(
                new EnergyFit(value("gpu.energy.alpha"), value("gpu.energy.decay"), value("gpu.energy.gamma")),
                new LatencyFit(value("latency.alpha"), value("latency.beta"), value("latency.gamma")),
                new PrefillFit(
                        value("prefill.per-token"),
                        value("prefill.reference-ttft"),
                        value("prefill.reference-parameters"),
                        value("prefill.constant")),
                value("batch.size"),
                value("weights.bits"),
                value("memory.overhead"),
                value("gpu.memory"),
                embodied("gpu", "." + edition.date()),
                new Server(
                        value("server.gpu.count"),
                        value("server.power"),
                        value("server.lifetime"),
                        embodied("server", "")),
                network(),
                value("building.embodied"));
    }

    private Network network() {
        double firewalls = value("network.firewall.count");
        double routers = value("network.router.count");
        double switches = value("network.switch.count");
        return new Network(
                value("network.power") * (firewalls + routers + switches),
                value("network.firewall.embodied") * firewalls
                        + value("network.router.embodied") * routers
                        + value("network.switch.embodied") * switches,
                value("network.lifetime"));
    }

    private Embodied embodied(String machine, String suffix) {
        return new Embodied(
                value(machine + ".embodied.gwp" + suffix),
                value(machine + ".embodied.adpe" + suffix),
                value(machine + ".embodied.pe" + suffix));
    }

    /** The electricity of a zone, or empty where EcoLogits has none. */
    Optional<InferenceParameters.Mix> mix(String zone) {
        return catalogue
                .find("ecologits.mix.gwp", zone)
                .map(gwp -> new InferenceParameters.Mix(
                        gwp.central(), mix("adpe", zone), mix("pe", zone), mix("water", zone)));
    }

    private double mix(String criterion, String zone) {
        return catalogue.factor("ecologits.mix." + criterion, zone).central();
    }

    Factor factor(String name) {
        return catalogue.factor("ecologits." + name);
    }

    private double value(String name) {
        return factor(name).central();
    }
}
