package dev.sillage.calculation.model.segment;

import static dev.sillage.calculation.model.Explained.use;
import static dev.sillage.calculation.model.Explained.value;

import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.model.Explanation.FactorUse;
import dev.sillage.calculation.model.Explanation.Step;
import dev.sillage.calculation.model.Explanation.Value;
import dev.sillage.calculation.model.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Shows what the devices and the home router do during some hours. */
final class DeviceSteps {

    static List<Step> of(DeviceMix mix, Network network, Segments segments, Value hours) {
        Value power = value("P", "mean power of the devices", mix.powerW(), "W");
        Value rate = value("m", "mean embodied GHG per hour", mix.embodiedGPerHour(), "gCO2e/h");
        List<Step> steps = new ArrayList<>();
        steps.add(mean("device-power", "P", mix, DeviceMix.Part::power, power));
        steps.add(perHour("device-energy", "Edev = P * (H / 1000)", power, hours, segments.deviceKwh(), "Edev", "kWh"));
        steps.add(mean("device-embodied-rate", "m", mix, DeviceMix.Part::embodied, rate));
        steps.add(perHour(
                "device-embodied", "Mdev = m * (H / 1000)", rate, hours, segments.deviceKg(), "Mdev", "kgCO2e"));
        Factor router = network.router();
        if (router != null) {
            steps.add(new Step(
                    "router-energy",
                    "Erou = R * (H / 1000)",
                    List.of(hours),
                    List.of(use("R", router)),
                    value("Erou", "energy of the home router", segments.routerKwh(), "kWh")));
        }
        return steps;
    }

    private static Step mean(
            String name, String symbol, DeviceMix mix, Function<DeviceMix.Part, Factor> factor, Value result) {
        List<String> terms = new ArrayList<>();
        List<Value> shares = new ArrayList<>();
        List<FactorUse> factors = new ArrayList<>();
        for (int i = 0; i < mix.parts().size(); i++) {
            DeviceMix.Part part = mix.parts().get(i);
            String share = "s" + (i + 1);
            terms.add(share + " * " + symbol + (i + 1));
            shares.add(value(share, "share of the time, " + part.name(), part.share(), "1"));
            factors.add(use(symbol + (i + 1), factor.apply(part)));
        }
        return new Step(name, symbol + " = " + String.join(" + ", terms), shares, factors, result);
    }

    private static Step perHour(
            String name, String formula, Value rate, Value hours, Range result, String symbol, String unit) {
        return new Step(
                name,
                formula,
                List.of(rate, hours),
                List.of(),
                value(symbol, rate.words().english(), result, unit));
    }

    private DeviceSteps() {}
}
