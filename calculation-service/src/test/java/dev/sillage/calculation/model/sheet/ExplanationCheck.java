package dev.sillage.calculation.model.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.calculation.model.Explanation;
import dev.sillage.calculation.model.Explanation.FactorUse;
import dev.sillage.calculation.model.Explanation.Step;
import dev.sillage.calculation.model.Explanation.Value;
import dev.sillage.calculation.model.Range;
import dev.sillage.footprint.Criterion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Recomputes every step of an explanation from nothing but what the step shows: its formula, and the inputs and factors
 * beside it in the units beside them. What it knows of arithmetic is its own ({@link ShownArithmetic}).
 */
public final class ExplanationCheck {
    private static final double TOLERANCE = 1e-9;
    private static final int MOST_CORNERS = 1 << 14;

    private ExplanationCheck() {}

    /**
     * The central results follow from the central inputs, inputs are results of earlier steps or told, and the figures
     * are the results of the steps of their names. For methods that compute with central values
     * ({@link Spread#POINT}, {@link Spread#INDEPENDENT}).
     */
    public static void check(Explanation explanation) {
        checkSteps(explanation.steps());
        checkFigures(explanation);
    }

    /**
     * As {@link #check} for methods that compute with ends ({@link Spread#ENDS}): both bounds of each
     * result follow from some choice of the bounds of its inputs.
     */
    public static void checkEnds(Explanation explanation) {
        checkChain(explanation.steps());
        explanation.steps().forEach(ExplanationCheck::checkCorners);
        checkFigures(explanation);
    }

    /** The central results of steps follow from their central inputs. */
    public static void checkSteps(List<Step> steps) {
        checkChain(steps);
        for (Step step : steps) {
            close(step, step.result().range().central(), computed(step, shown(step, Map.of())));
        }
    }

    private static void checkChain(List<Step> steps) {
        Map<String, Range> results = new HashMap<>();
        for (Step step : steps) {
            for (Value input : step.inputs()) {
                Range earlier = results.get(input.symbol());
                if (earlier != null) {
                    assertThat(input.range())
                            .as(step.name() + " " + input.symbol())
                            .isEqualTo(earlier);
                }
            }
            results.put(step.result().symbol(), step.result().range());
        }
    }

    private static void checkFigures(Explanation explanation) {
        Set<Criterion> shown = new HashSet<>();
        for (Step step : explanation.steps()) {
            Criterion.ofWireName(step.name()).ifPresent(criterion -> {
                shown.add(criterion);
                assertThat(step.result().unit()).isEqualTo(criterion.unit());
                assertThat(explanation.footprint().figures().get(criterion))
                        .as(step.name())
                        .isEqualTo(step.result().range());
            });
        }
        assertThat(shown).isEqualTo(explanation.footprint().figures().keySet());
    }

    private static void checkCorners(Step step) {
        List<String> uncertain = uncertain(step);
        Range range = step.result().range();
        boolean low = false;
        boolean high = false;
        int corners = 1 << Math.min(uncertain.size(), 20);
        assertThat(corners).as(step.name() + ": corners to try").isLessThanOrEqualTo(MOST_CORNERS);
        for (int corner = 0; corner < corners && !(low && high); corner++) {
            Map<String, Boolean> choice = new HashMap<>();
            for (int i = 0; i < uncertain.size(); i++) {
                choice.put(uncertain.get(i), (corner >> i & 1) == 1);
            }
            double value = computed(step, shown(step, choice));
            low |= isClose(range.low(), value);
            high |= isClose(range.high(), value);
        }
        assertThat(low && high)
                .as(step.name() + ": " + step.formula() + " gives the bounds " + range)
                .isTrue();
    }

    private static List<String> uncertain(Step step) {
        List<String> symbols = new ArrayList<>();
        step.inputs().stream()
                .filter(value -> value.range().low() < value.range().high())
                .forEach(value -> symbols.add(value.symbol()));
        step.factors().stream()
                .filter(factor -> factor.range().low() < factor.range().high())
                .forEach(factor -> symbols.add(factor.symbol()));
        return symbols;
    }

    private static Map<String, ShownArithmetic.Measure> shown(Step step, Map<String, Boolean> highEnds) {
        Map<String, ShownArithmetic.Measure> values = new HashMap<>();
        for (Value input : step.inputs()) {
            values.put(input.symbol(), measure(input.range(), input.unit(), highEnds.get(input.symbol())));
        }
        for (FactorUse factor : step.factors()) {
            values.put(factor.symbol(), measure(factor.range(), factor.unit(), highEnds.get(factor.symbol())));
        }
        return values;
    }

    private static ShownArithmetic.Measure measure(Range range, String unit, Boolean highEnd) {
        double value = highEnd == null ? range.central() : highEnd ? range.high() : range.low();
        return ShownArithmetic.Measure.of(value, unit);
    }

    private static double computed(Step step, Map<String, ShownArithmetic.Measure> values) {
        String expression = step.formula().substring(step.formula().indexOf('=') + 1);
        return ShownArithmetic.compute(expression, values).in(step.result().unit());
    }

    private static void close(Step step, double expected, double actual) {
        assertThat(isClose(expected, actual))
                .as(step.name() + ": " + step.formula() + " gives " + actual + ", shown is " + expected)
                .isTrue();
    }

    private static boolean isClose(double expected, double actual) {
        return Math.abs(expected - actual) <= TOLERANCE * Math.abs(expected);
    }
}
