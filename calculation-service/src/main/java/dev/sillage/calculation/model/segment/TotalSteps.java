package dev.sillage.calculation.model.segment;

import static dev.sillage.calculation.model.Explained.use;
import static dev.sillage.calculation.model.Explained.value;

import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.model.Explained;
import dev.sillage.calculation.model.Explanation.Step;
import dev.sillage.calculation.model.Explanation.Value;
import java.util.ArrayList;
import java.util.List;

/** Shows the steps from the segments to the figures, the same for every kind of activity. */
final class TotalSteps {

    static List<Step> of(Use use) {
        Segments segments = use.segments();
        Value energy = value("E", "energy", segments.energyKwh(), "kWh");
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                "energy",
                "E = Edev + Enet + Erou + Edc",
                List.of(
                        value("Edev", "energy of the devices", segments.deviceKwh(), "kWh"),
                        value("Enet", "energy of the networks", segments.networkKwh(), "kWh"),
                        value("Erou", "energy of the home router", segments.routerKwh(), "kWh"),
                        value("Edc", "energy of the data centre", segments.datacentreKwh(), "kWh")),
                List.of(),
                energy));
        steps.add(new Step(
                "ghg-operational",
                "GHGop = E * CI * 0.001",
                List.of(energy),
                List.of(use("CI", use.place().grid())),
                value("GHGop", "operational GHG", segments.operationalKg(use.place()), "kgCO2e")));
        steps.add(new Step(
                "ghg-embodied",
                "GHGem = Mdev + Mnet + Mdc",
                List.of(
                        value("Mdev", "embodied in the devices", segments.deviceKg(), "kgCO2e"),
                        value("Mnet", "embodied in the networks", segments.networkKg(), "kgCO2e"),
                        value("Mdc", "embodied in the data centre", segments.datacentreKg(), "kgCO2e")),
                List.of(),
                value("GHGem", "embodied GHG", segments.embodiedKg(), "kgCO2e")));
        Factor water = use.place().water();
        if (water != null) {
            steps.add(new Step(
                    "water-off-site",
                    "Woff = E * WCF",
                    List.of(energy),
                    List.of(use("WCF", water)),
                    value("Woff", "water off site", segments.energyKwh().times(Explained.range(water)), "L")));
        }
        return steps;
    }

    private TotalSteps() {}
}
