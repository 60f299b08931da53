package dev.sillage.calculation.factor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VideoModelsTest {
    private final FactorCatalogue catalogue = FactorCatalogue.load();

    @Test
    void aModelIsFoundWithAndWithoutItsProvider() {
        assertThat(catalogue.videoModels().find("openai/sora-2-pro"))
                .isPresent()
                .isEqualTo(catalogue.videoModels().find("Sora-2-Pro"));
        assertThat(catalogue.videoModels().find("sora-99")).isEmpty();
    }

    @Test
    void theMachineOfAModelHasItsFactors() {
        VideoModel veo = catalogue.videoModels().find("veo-3.0").orElseThrow();

        assertThat(catalogue.factor(veo.machineKey() + ".power").central()).isEqualTo(1672.99);
        assertThat(catalogue.factor(veo.machineKey() + ".accelerator.count").central())
                .isEqualTo(8);
        assertThat(veo.n()).isEqualTo(3.31e-14);
    }

    @Test
    void whatOthersPublishedIsKnown() {
        assertThat(catalogue.published().figures()).hasSizeGreaterThan(150);
        assertThat(catalogue.published().trainingRuns())
                .filteredOn(run -> run.model().contains("neural architecture search"))
                .singleElement()
                .satisfies(run -> assertThat(run.ghgTonnes()).isEqualTo(284.0191));
        assertThat(catalogue.published().referenceTotals()).hasSizeGreaterThan(15);
    }
}
