package dev.sillage.calculation.model.ecologits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.model.Explanation;
import dev.sillage.calculation.model.Explanation.Step;
import dev.sillage.calculation.model.Methodology;
import dev.sillage.calculation.model.Range;
import dev.sillage.calculation.model.Steps;
import dev.sillage.calculation.model.sheet.ExplanationCheck;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EcologitsExplanationTest {
    private static final FactorCatalogue CATALOGUE = FactorCatalogue.load();

    static List<Methodology> methods() {
        return List.of(Ecologits.march2026(CATALOGUE), Ecologits.september2026(CATALOGUE));
    }

    static List<Requests> requests() {
        return List.of(
                Requests.to("anthropic", "claude-opus-4-5"),
                Requests.to("openai", "gpt-4o-mini"),
                Requests.to("huggingface_hub", "meta-llama/Llama-2-7b"),
                Requests.to("somebody", null),
                Requests.to("aws.bedrock", "kestrel").within(1).times(3).measuredAs(1));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void everyStepFollowsFromWhatItShows(Methodology method) throws Exception {
        for (Requests request : requests()) {
            ExplanationCheck.checkEnds(method.explain(request.activity()));
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void anExplanationHasTheFootprintOfTheMethod(Methodology method) throws Exception {
        for (Requests request : requests()) {
            assertThat(method.explain(request.activity()).footprint()).isEqualTo(method.footprint(request.activity()));
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void everyFactorOfAnExplanationIsInTheCatalogue(Methodology method) throws Exception {
        for (Requests request : requests()) {
            Explanation explanation = method.explain(request.activity());
            for (Step step : explanation.steps()) {
                assertThat(step.factors()).allSatisfy(use -> assertThat(CATALOGUE.factors(use.key()))
                        .anySatisfy(factor -> assertThat(factor.source()).isEqualTo(use.source())));
            }
        }
    }

    @Test
    void aMeasuredEnergyIsShownAsTheFirstChoice() throws Exception {
        Step step = new Steps(methods()
                        .get(0)
                        .explain(
                                Requests.to("openai", "gpt-4o").measuredAs(0.25).activity()))
                .named("it-energy");

        assertThat(step.formula()).startsWith("Eit = first(Em,");
        assertThat(step.result().range()).isEqualTo(Range.exactly(0.25));
    }
}
