package dev.sillage.calculation.model.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.model.Explanation;
import dev.sillage.calculation.model.Range;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTest {
    private static final String NETWORK = """
            quantity | b | B | bytes | octets
            factor | k | kWh/GB | energy per data | énergie par donnée
            factor | ci | gCO2e/kWh | intensity | intensité
            volume | V = b | GB | data | données
            energy | E = V * k | kWh | energy | énergie
            ghg | G = E * ci | kgCO2e | gases | gaz
            """;

    @Test
    void formulasAreComputedInTheUnitsOfTheirSteps() {
        Plan plan = network(Spread.POINT, factor("k", "Wh/GB", 15, 30, 60), factor("ci", "gCO2e/kWh", 40, 50, 60));
        assertThat(value(plan, "energy", 3e9)).isEqualTo(Range.exactly(0.09));
        assertThat(value(plan, "ghg", 3e9).central()).isCloseTo(0.0045, within(1e-17));
    }

    @Test
    void independentFactorsCombineAsRootOfSquaresOfLogarithms() {
        Plan plan = network(
                Spread.INDEPENDENT, factor("k", "kWh/GB", 0.015, 0.03, 0.06), factor("ci", "gCO2e/kWh", 25, 50, 150));
        Range ghg = value(plan, "ghg", 1e9);
        assertThat(ghg.central()).isCloseTo(0.0015, within(1e-15));
        assertThat(Math.log(ghg.high() / ghg.central())).isCloseTo(Math.hypot(Math.log(2), Math.log(3)), within(1e-12));
        assertThat(Math.log(ghg.central() / ghg.low())).isCloseTo(Math.hypot(Math.log(2), Math.log(2)), within(1e-12));
    }

    @Test
    void aDifferenceMayBeNegativeAndItsChangesAddInSquares() {
        Sheet sheet = Sheet.of("saving", """
                quantity | a | kWh | before | avant
                quantity | b | kWh | after | après
                factor | x | gCO2e/kWh | intensity | intensité
                factor | y | gCO2e/kWh | more | plus
                saved | S = (a - b) * (x + y) | kgCO2e | saved | économisé
                """);
        Map<String, Operand> factors = Map.of(
                "x", Operand.of(factor("x", "gCO2e/kWh", 70, 100, 130)),
                "y", Operand.of(factor("y", "gCO2e/kWh", 60, 100, 140)));
        Plan plan = sheet.plan(Spread.DIFFERENCE, factors);
        Range saved = Objects.requireNonNull(plan.evaluate(
                        sheet.newQuantities().set(0, 1000.0).set(1, 3000.0), new int[] {plan.locate("saved")})[0]);
        assertThat(saved.low()).isCloseTo(-500, within(1e-9));
        assertThat(saved.central()).isCloseTo(-400, within(1e-9));
        assertThat(saved.high()).isCloseTo(-300, within(1e-9));
        Plan footprint = sheet.plan(Spread.INDEPENDENT, factors);
        assertThatThrownBy(() -> footprint.evaluate(
                        sheet.newQuantities().set(0, 1.0).set(1, 3.0), new int[] {footprint.locate("saved")}))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void whatNeedsAnAbsentFactorIsAbsentAndTheRestIsNot() {
        Sheet sheet = Sheet.of("network", NETWORK);
        Plan plan = sheet.plan(Spread.POINT, Map.of("k", Operand.of(factor("k", "kWh/GB", 1, 1, 1))));
        Range[] ranges =
                plan.evaluate(sheet.newQuantities().set(0, 1e9), new int[] {plan.locate("energy"), plan.locate("ghg")});
        assertThat(ranges[0]).isEqualTo(Range.exactly(1));
        assertThat(ranges[1]).isNull();
        assertThat(plan.explain(sheet.newQuantities().set(0, 1e9)))
                .extracting(Explanation.Step::name)
                .containsExactly("volume", "energy");
    }

    @Test
    void anExplanationShowsTheConversionThatTheUnitsNeed() {
        Plan plan = network(Spread.POINT, factor("k", "kWh/GB", 1, 1, 1), factor("ci", "gCO2e/kWh", 50, 50, 50));
        List<Explanation.Step> steps = plan.explain(plan.sheet().newQuantities().set(0, 2e9));
        assertThat(steps).extracting(Explanation.Step::conversion).containsExactly(1e-9, 1.0, 1e-3);
        assertThat(steps.get(2).factors())
                .extracting(Explanation.FactorUse::key)
                .containsExactly("ci");
        assertThat(steps.get(2).inputs()).extracting(Explanation.Value::symbol).containsExactly("E");
        ExplanationCheck.checkSteps(steps);
    }

    @Test
    void aSumPassesOverAbsentParts() {
        Sheet sheet = Sheet.of("parts", """
                factor | a | Wh | one | un
                factor | b | kWh | other | autre
                total | E = sum(a, b) | kWh | total | total
                """);
        Plan both = sheet.plan(
                Spread.POINT,
                Map.of(
                        "a",
                        Operand.of(factor("a", "Wh", 500, 500, 500)),
                        "b",
                        Operand.of(factor("b", "kWh", 1, 1, 1))));
        Plan one = sheet.plan(Spread.POINT, Map.of("a", Operand.of(factor("a", "Wh", 500, 500, 500))));
        Plan none = sheet.plan(Spread.POINT, Map.of());

        assertThat(both.evaluate(sheet.newQuantities(), new int[] {both.locate("total")}))
                .containsExactly(Range.exactly(1.5));
        assertThat(one.evaluate(sheet.newQuantities(), new int[] {one.locate("total")}))
                .containsExactly(Range.exactly(0.5));
        assertThat(none.evaluate(sheet.newQuantities(), new int[] {none.locate("total")}))
                .containsOnlyNulls();
    }

    @Test
    void whatIsToldIsAnInputAndNotAFactor() {
        Sheet sheet = Sheet.of("told", """
                factor | s | 1 | share | part
                factor | k | kWh/GB | energy per data | énergie par donnée
                rate | r = s * k | kWh/GB | rate | taux
                """);
        Plan plan = sheet.plan(
                Spread.INDEPENDENT,
                Map.of("s", Operand.told(0.25, "1"), "k", Operand.of(factor("k", "kWh/GB", 1, 2, 3))));
        List<Explanation.Step> steps = plan.explain(sheet.newQuantities());

        assertThat(steps.get(0).inputs()).extracting(Explanation.Value::symbol).containsExactly("s");
        assertThat(steps.get(0).factors())
                .extracting(Explanation.FactorUse::key)
                .containsExactly("k");
        ExplanationCheck.checkSteps(steps);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "energy | E = b * k + k | kWh | x | x",
                "energy | E = b * q | kWh | x | x",
                "energy | E = b * k | kgCO2e | x | x",
                "energy | E = exp(b) | 1 | x | x",
                "energy | E = b ** k | kWh | x | x",
                "energy | E = b * k | kWhh | x | x",
                "energy | E = min(b) | B | x | x",
                "energy | k = b | B | x | x",
                "energy | E = b * k | kWh | x"
            })
    void aLineThatDoesNotFitIsRefusedWithItsPlace(String line) {
        assertThatThrownBy(() -> Sheet.of("bad", """
                        quantity | b | B | x | x
                        factor | k | kWh/GB | x | x
                        """ + line))
                .isInstanceOf(SheetException.class)
                .hasMessageMatching("sheet bad(?: line 3|, symbol [A-Za-z]+): .*");
    }

    private static Plan network(Spread spread, Factor energy, Factor intensity) {
        return Sheet.of("network", NETWORK).plan(spread, Map.of("k", Operand.of(energy), "ci", Operand.of(intensity)));
    }

    private static Range value(Plan plan, String step, double bytes) {
        return Objects.requireNonNull(
                plan.evaluate(plan.sheet().newQuantities().set(0, bytes), new int[] {plan.locate(step)})[0]);
    }

    static Factor factor(String key, String unit, double low, double central, double high) {
        return new Factor(key, null, unit, low, central, high, null, null, null, "test", "2026", null, null, null);
    }
}
