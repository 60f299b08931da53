package dev.sillage.calculation.model.inference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Compares runs with the expected figures of a vector and keeps the largest relative error of a whole set. */
final class VectorComparison {
    private static final double RELATIVE_TOLERANCE = 1e-12;
    private static final double ABSOLUTE_TOLERANCE = 1e-18;
    private static final Set<String> PHASES = Set.of("usage", "embodied", "total");

    private final List<String> failures = new ArrayList<>();
    private double largestRelativeError;

    void compare(String id, JsonNode expected, Run low, Run high) {
        int compared = 0;
        compared += bounds(id + " energy_kwh", expected.get("energy_kwh"), low, high, Run::energyKwh);
        compared += phases(id, expected, "gwp_kgco2e", low, high, Run::usageGwpKg, Run::embodiedGwpKg);
        compared += phases(id, expected, "adpe_kgsbe", low, high, Run::usageAdpeKg, Run::embodiedAdpeKg);
        compared += phases(id, expected, "pe_mj", low, high, Run::usagePrimaryEnergyMj, Run::embodiedPrimaryEnergyMj);
        compared += bounds(
                id + " wcf_l", expected.get("wcf_l"), low, high, run -> run.waterOnSiteL() + run.waterOffSiteL());
        if (compared != 22) {
            fail(id + ": only " + compared + " of 22 figures could be compared");
        }
    }

    void fail(String failure) {
        failures.add(failure);
    }

    List<String> failures() {
        return failures;
    }

    double largestRelativeError() {
        return largestRelativeError;
    }

    private int phases(
            String id,
            JsonNode expected,
            String quantity,
            Run low,
            Run high,
            ToDoubleFunction<Run> usage,
            ToDoubleFunction<Run> embodied) {
        JsonNode node = expected.get(quantity);
        String name = id + " " + quantity;
        expected.get(quantity).fieldNames().forEachRemaining(phase -> {
            if (!PHASES.contains(phase)) {
                fail(name + "." + phase + ": unknown phase");
            }
        });
        return bounds(name + ".usage", node.get("usage"), low, high, usage)
                + bounds(name + ".embodied", node.get("embodied"), low, high, embodied)
                + bounds(
                        name + ".total",
                        node.get("total"),
                        low,
                        high,
                        run -> usage.applyAsDouble(run) + embodied.applyAsDouble(run));
    }

    private int bounds(String name, JsonNode expected, Run low, Run high, ToDoubleFunction<Run> figure) {
        close(name + ".min", expected.get("min").asDouble(), figure.applyAsDouble(low));
        close(name + ".max", expected.get("max").asDouble(), figure.applyAsDouble(high));
        return 2;
    }

    private void close(String name, double expected, double actual) {
        double error = Math.abs(actual - expected);
        if (error > 0) {
            largestRelativeError = Math.max(largestRelativeError, error / Math.abs(expected));
        }
        if (!(error <= Math.max(ABSOLUTE_TOLERANCE, RELATIVE_TOLERANCE * Math.abs(expected)))) {
            fail(name + ": expected " + expected + " but was " + actual);
        }
    }
}
