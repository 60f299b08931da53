package dev.sillage.calculation.model.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.model.Explanation;
import dev.sillage.calculation.model.Explanation.Step;
import dev.sillage.calculation.model.Methodologies;
import dev.sillage.calculation.model.Methodology;
import dev.sillage.calculation.model.Range;
import dev.sillage.calculation.model.Steps;
import dev.sillage.footprint.Criterion;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InferenceExplanationTest {
    private static final FactorCatalogue CATALOGUE = FactorCatalogue.load();

    static List<Methodology> methods() {
        return Methodologies.of(CATALOGUE).all().stream()
                .filter(method -> method.id().startsWith("ecologits"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void anExplanationEndsInTheFiguresOfTheFootprint(Methodology method) throws Exception {
        Explanation explanation =
                method.explain(Requests.to("anthropic", "claude-opus-4-5").activity());
        Steps steps = new Steps(explanation);

        assertThat(explanation.footprint())
                .isEqualTo(method.footprint(
                        Requests.to("anthropic", "claude-opus-4-5").activity()));
        figure(explanation, Criterion.ENERGY, steps.named("energy"));
        figure(explanation, Criterion.GHG_OPERATIONAL_LOCATION, steps.named("ghg-operational"));
        figure(explanation, Criterion.GHG_EMBODIED, steps.named("ghg-embodied"));
        figure(explanation, Criterion.WATER_ON_SITE, steps.named("water-on-site"));
        figure(explanation, Criterion.WATER_OFF_SITE, steps.named("water-off-site"));
        figure(explanation, Criterion.PRIMARY_ENERGY, steps.named("primary-energy"));
        figure(explanation, Criterion.ADPE, steps.named("adpe"));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void theEnergyCanBeRecomputedFromWhatTheStepsShow(Methodology method) throws Exception {
        // Of all models one whose size and site are ranges, so that both ends differ.
        Steps steps = new Steps(
                method.explain(Requests.to("anthropic", "claude-opus-4-5").activity()));

        for (ToDoubleFunction<Range> end : List.<ToDoubleFunction<Range>>of(Range::low, Range::high)) {
            Step gpu = steps.named("gpu-energy");
            double gpuEnergy = Steps.of(gpu, "Nout", end)
                    * (Steps.of(gpu, "a", end)
                                    * StrictMath.exp(-Steps.of(gpu, "b", end) * Steps.of(gpu, "B", end))
                                    * Steps.of(gpu, "Pa", end)
                            + Steps.of(gpu, "c", end))
                    / 1000;
            assertThat(end.applyAsDouble(gpu.result().range())).isEqualTo(gpuEnergy);

            Step server = steps.named("server-energy");
            double serverEnergy = Steps.of(server, "lat", end)
                    / 3600
                    * Steps.of(server, "Ps", end)
                    * Steps.of(server, "G", end)
                    / Steps.of(server, "S", end)
                    / Steps.of(server, "B", end);
            assertThat(end.applyAsDouble(server.result().range())).isEqualTo(serverEnergy);

            Step energy = steps.named("energy");
            assertThat(end.applyAsDouble(energy.result().range()))
                    .isEqualTo(Steps.of(energy, "PUE", end) * Steps.of(energy, "Eit", end));
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void theHardwareCanBeRecomputedFromWhatTheStepShows(Methodology method) throws Exception {
        Step step =
                new Steps(method.explain(Requests.to("openai", "gpt-4o").activity())).named("ghg-embodied-hardware");

        double expected = Steps.of(step, "lat", Range::high)
                / (Steps.of(step, "L", Range::high) * Steps.of(step, "B", Range::high))
                * (Steps.of(step, "G", Range::high)
                                / Steps.of(step, "S", Range::high)
                                * Steps.of(step, "Iserver", Range::high)
                        + Steps.of(step, "G", Range::high) * Steps.of(step, "Igpu", Range::high));
        assertThat(step.result().range().high()).isEqualTo(expected);
    }

    @Test
    void everyFactorOfAnExplanationIsInTheCatalogue() throws Exception {
        for (Methodology method : methods()) {
            for (Requests request : List.of(
                    Requests.to("openai", "gpt-4o"),
                    Requests.to("somebody", null),
                    Requests.to("aws.bedrock", "kestrel").within(1).times(3).measuredAs(1))) {
                for (Step step : method.explain(request.activity()).steps()) {
                    assertThat(step.factors()).allSatisfy(use -> assertThat(CATALOGUE.factors(use.key()))
                            .anySatisfy(factor -> assertThat(factor.source()).isEqualTo(use.source())));
                }
            }
        }
    }

    @Test
    void severalRequestsEndInTotals() throws Exception {
        Explanation explanation = methods()
                .get(0)
                .explain(Requests.to("openai", "gpt-4o").times(7).activity());
        Step total = new Steps(explanation).named("total-energy");

        assertThat(total.result().range())
                .isEqualTo(explanation.footprint().figures().get(Criterion.ENERGY));
        assertThat(total.result().range().central()).isCloseTo(7 * Steps.of(total, "E", Range::central), within(1e-15));
    }

    @Test
    void aMeasuredEnergyIsShownAsMeasured() throws Exception {
        Step step = new Steps(methods()
                        .get(0)
                        .explain(
                                Requests.to("openai", "gpt-4o").measuredAs(0.25).activity()))
                .named("it-energy");

        assertThat(step.formula()).isEqualTo("Eit = Em");
        assertThat(step.result().range()).isEqualTo(Range.exactly(0.25));
    }

    private static void figure(Explanation explanation, Criterion criterion, Step step) {
        assertThat(step.result().range())
                .isEqualTo(explanation.footprint().figures().get(criterion));
        assertThat(step.result().unit()).isEqualTo(criterion.unit());
    }
}
