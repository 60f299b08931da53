package dev.sillage.calculation.model.inference;

import static dev.sillage.calculation.model.Explained.value;

import dev.sillage.calculation.model.Explanation.Step;
import dev.sillage.calculation.model.Explanation.Value;
import dev.sillage.footprint.Criterion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Shows the last steps to the published figures: use and hardware added, then all requests. */
final class TotalSteps {

    static List<Step> of(Calculation calculation) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                "primary-energy",
                "PE = PEu + PEe",
                List.of(
                        value("PEu", "in use", calculation.perRequest(Run::usagePrimaryEnergyMj), "MJ"),
                        value("PEe", "embodied", calculation.perRequest(Run::embodiedPrimaryEnergyMj), "MJ")),
                List.of(),
                value("PE", "primary energy", calculation.perRequest(Run::primaryEnergyMj), "MJ")));
        steps.add(new Step(
                "adpe",
                "ADPe = ADPeu + ADPee",
                List.of(
                        value("ADPeu", "in use", calculation.perRequest(Run::usageAdpeKg), "kgSbe"),
                        value("ADPee", "embodied", calculation.perRequest(Run::embodiedAdpeKg), "kgSbe")),
                List.of(),
                value("ADPe", "metals", calculation.perRequest(Run::adpeKg), "kgSbe")));
        if (calculation.requests() > 1) {
            steps.add(total(calculation, Criterion.ENERGY, "E", Run::energyKwh));
            steps.add(total(calculation, Criterion.GHG_OPERATIONAL_LOCATION, "GWPu", Run::usageGwpKg));
            steps.add(total(calculation, Criterion.GHG_EMBODIED, "GWPe", Run::embodiedGwpKg));
            steps.add(total(calculation, Criterion.WATER_ON_SITE, "Won", Run::waterOnSiteL));
            steps.add(total(calculation, Criterion.WATER_OFF_SITE, "Woff", Run::waterOffSiteL));
            steps.add(total(calculation, Criterion.PRIMARY_ENERGY, "PE", Run::primaryEnergyMj));
            steps.add(total(calculation, Criterion.ADPE, "ADPe", Run::adpeKg));
        }
        return steps;
    }

    private static Step total(
            Calculation calculation, Criterion criterion, String symbol, ToDoubleFunction<Run> value) {
        Value one = value(symbol, "per request", calculation.perRequest(value), criterion.unit());
        return new Step(
                "total-" + criterion.wireName(),
                "total = n * " + symbol,
                List.of(value("n", "requests", calculation.requests(), "1"), one),
                List.of(),
                value("total", criterion.wireName(), calculation.total(value), criterion.unit()));
    }

    private TotalSteps() {}
}
