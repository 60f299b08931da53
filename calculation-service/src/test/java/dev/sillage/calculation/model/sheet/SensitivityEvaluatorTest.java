package dev.sillage.calculation.model.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.model.Range;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares with the definition: a plan for each end of each factor, all other factors at their centre. */
class SensitivityEvaluatorTest {
    private static final int FACTORS = 6;
    private static final int STEPS = 14;
    private static final List<String> FORMS = List.of(
            "%s * %s",
            "%s * %s",
            "%s + %s",
            "%s / %s",
            "min(%s, %s)",
            "max(%s, %s)",
            "first(%s, %s)",
            "sum(%s, %s)",
            "%s * %s + 1",
            "log2(1 + %s) * %s");

    private final Random random = new Random(2026);

    static Stream<Integer> seeds() {
        return IntStream.range(0, 200).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyStepHasTheRangeOfMovingEachFactorAlone(int seed) {
        random.setSeed(seed);
        Sheet sheet = Sheet.of("random", sheet());
        Map<String, Factor> factors = factors();
        List<String> steps = IntStream.range(0, STEPS).mapToObj(i -> "step" + i).toList();
        Quantities quantities = sheet.newQuantities().set(0, 3.0);

        @Nullable
        Range[] ranges = plan(sheet, Spread.INDEPENDENT, factors).results(steps).of(quantities);

        for (int i = 0; i < STEPS; i++) {
            Range expected = defined(sheet, factors, steps.get(i), quantities);
            if (expected == null) {
                assertThat(ranges[i]).isNull();
            } else {
                Range range = ranges[i];
                assertThat(range).isNotNull();
                assertThat(range.central()).isEqualTo(expected.central());
                assertThat(range.low()).isCloseTo(expected.low(), within(1e-12 * expected.central()));
                assertThat(range.high()).isCloseTo(expected.high(), within(1e-12 * expected.high()));
            }
        }
    }

    @Test
    void aStepHasTheSameBitsAloneAndAmongOthers() {
        Sheet sheet = Sheet.of("random", sheet());
        Plan plan = plan(sheet, Spread.INDEPENDENT, factors());
        List<String> steps = IntStream.range(0, STEPS).mapToObj(i -> "step" + i).toList();
        Quantities quantities = sheet.newQuantities().set(0, 3.0);

        @Nullable Range[] together = plan.results(steps).of(quantities);

        for (int i = 0; i < STEPS; i++) {
            assertThat(plan.results(List.of(steps.get(i))).of(quantities)).containsExactly(together[i]);
        }
    }

    private String sheet() {
        List<String> lines = new ArrayList<>(List.of("quantity | q | 1 | x | x", "quantity | absent | 1 | x | x"));
        List<String> symbols = new ArrayList<>(List.of("q", "absent"));
        for (int i = 0; i < FACTORS; i++) {
            lines.add("factor | f" + i + " | 1 | x | x");
            symbols.add("f" + i);
        }
        for (int i = 0; i < STEPS; i++) {
            String form = FORMS.get(random.nextInt(FORMS.size()));
            lines.add("step" + i + " | s" + i + " = " + form.formatted(one(symbols), one(symbols)) + " | 1 | x | x");
            symbols.add("s" + i);
        }
        return String.join("\n", lines) + "\n";
    }

    private String one(List<String> symbols) {
        return symbols.get(random.nextInt(symbols.size()));
    }

    private Map<String, Factor> factors() {
        Map<String, Factor> factors = new HashMap<>();
        for (int i = 0; i < FACTORS; i++) {
            double central = 0.5 + random.nextDouble();
            double down = random.nextInt(4) == 0 ? 1 : 1 + random.nextDouble();
            double up = random.nextInt(4) == 0 ? 1 : 1 + 2 * random.nextDouble();
            factors.put("f" + i, SheetTest.factor("f" + i, "1", central / down, central, central * up));
        }
        return factors;
    }

    private static Plan plan(Sheet sheet, Spread spread, Map<String, Factor> factors) {
        Map<String, Operand> operands = new HashMap<>();
        factors.forEach((symbol, factor) -> operands.put(symbol, Operand.of(factor)));
        return sheet.plan(spread, operands);
    }

    private static @Nullable Range defined(
            Sheet sheet, Map<String, Factor> factors, String step, Quantities quantities) {
        Double central = point(sheet, factors, step, quantities);
        if (central == null) {
            return null;
        }
        double down = 0;
        double up = 0;
        for (Map.Entry<String, Factor> moved : factors.entrySet()) {
            double low =
                    Math.log(point(sheet, at(factors, moved, moved.getValue().low()), step, quantities) / central);
            double high =
                    Math.log(point(sheet, at(factors, moved, moved.getValue().high()), step, quantities) / central);
            double lower = Math.min(0, Math.min(low, high));
            double upper = Math.max(0, Math.max(low, high));
            down += lower * lower;
            up += upper * upper;
        }
        return new Range(central * Math.exp(-Math.sqrt(down)), central, central * Math.exp(Math.sqrt(up)));
    }

    private static Map<String, Factor> at(Map<String, Factor> factors, Map.Entry<String, Factor> moved, double value) {
        Map<String, Factor> others = new HashMap<>(factors);
        others.put(moved.getKey(), SheetTest.factor(moved.getKey(), "1", value, value, value));
        return others;
    }

    private static @Nullable Double point(
            Sheet sheet, Map<String, Factor> factors, String step, Quantities quantities) {
        Range range = plan(sheet, Spread.POINT, factors).results(List.of(step)).of(quantities)[0];
        return range == null ? null : range.central();
    }
}
