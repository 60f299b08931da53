package dev.sillage.calculation.model;

import dev.sillage.calculation.model.Explanation.Step;
import java.util.function.ToDoubleFunction;

/** Recomputes a step from nothing but what the step itself shows. */
public record Steps(Explanation explanation) {

    /** The only step of that name. */
    public Step named(String name) {
        return explanation.steps().stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no step " + name));
    }

    /** What a symbol of the formula stands for in that step, by one bound. */
    public static double of(Step step, String symbol, ToDoubleFunction<Range> bound) {
        return step.inputs().stream()
                .filter(value -> value.symbol().equals(symbol))
                .map(Explanation.Value::range)
                .findFirst()
                .or(() -> step.factors().stream()
                        .filter(factor -> factor.symbol().equals(symbol))
                        .map(Explanation.FactorUse::range)
                        .findFirst())
                .map(bound::applyAsDouble)
                .orElseThrow(() -> new AssertionError("step " + step.name() + " does not show " + symbol));
    }
}
