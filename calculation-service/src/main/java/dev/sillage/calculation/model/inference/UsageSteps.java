package dev.sillage.calculation.model.inference;

import static dev.sillage.calculation.model.Explained.value;

import dev.sillage.calculation.model.Explanation.FactorUse;
import dev.sillage.calculation.model.Explanation.Step;
import dev.sillage.calculation.model.Explanation.Value;
import java.util.List;

/** Shows what the energy of a request means for the other criteria. */
final class UsageSteps {
    private final InferenceExplanation factors;
    private final Calculation calculation;

    UsageSteps(InferenceExplanation factors, Calculation calculation) {
        this.factors = factors;
        this.calculation = calculation;
    }

    List<Step> steps() {
        Value itEnergy = value("Eit", "energy of all machines", calculation.perRequest(Run::itEnergyKwh), "kWh");
        Value energy = value("E", "energy with overhead", calculation.perRequest(Run::energyKwh), "kWh");
        FactorUse pue = factors.use("PUE", calculation.resolution().pueKey());
        FactorUse wue = factors.use("WUE", calculation.resolution().wueKey());
        FactorUse water = mix("Fw", "water");
        boolean twice = factors.edition().countsPueTwiceInWater();
        return List.of(
                new Step("energy", "E = PUE * Eit", List.of(itEnergy), List.of(pue), energy),
                new Step(
                        "ghg-operational",
                        "GWPu = E * Fgwp",
                        List.of(energy),
                        List.of(mix("Fgwp", "gwp")),
                        value("GWPu", "operational GHG", calculation.perRequest(Run::usageGwpKg), "kgCO2e")),
                new Step(
                        "water-on-site",
                        twice ? "Won = E * WUE" : "Won = Eit * WUE",
                        List.of(twice ? energy : itEnergy),
                        List.of(wue),
                        value("Won", "water on site", calculation.perRequest(Run::waterOnSiteL), "L")),
                new Step(
                        "water-off-site",
                        twice ? "Woff = E * (PUE * Fw)" : "Woff = E * Fw",
                        List.of(energy),
                        twice ? List.of(pue, water) : List.of(water),
                        value("Woff", "water off site", calculation.perRequest(Run::waterOffSiteL), "L")),
                new Step(
                        "primary-energy-usage",
                        "PEu = E * Fpe",
                        List.of(energy),
                        List.of(mix("Fpe", "pe")),
                        value("PEu", "primary energy in use", calculation.perRequest(Run::usagePrimaryEnergyMj), "MJ")),
                new Step(
                        "adpe-usage",
                        "ADPeu = E * Fadpe",
                        List.of(energy),
                        List.of(mix("Fadpe", "adpe")),
                        value("ADPeu", "metals in use", calculation.perRequest(Run::usageAdpeKg), "kgSbe")));
    }

    private FactorUse mix(String symbol, String criterion) {
        return factors.use(
                symbol, "ecologits.mix." + criterion, calculation.resolution().zone());
    }
}
