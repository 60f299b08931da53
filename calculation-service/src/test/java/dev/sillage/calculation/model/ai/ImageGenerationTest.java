package dev.sillage.calculation.model.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sillage.activity.ImageGeneration;
import dev.sillage.calculation.model.Footprint;
import dev.sillage.calculation.model.Range;
import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.Tier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageGenerationTest {
    private static final double KWH_PER_WH = 1e-3;
    private static final double OPENAI_PUE = 1.2;
    private static final double HOST = 1.25;

    @ParameterizedTest
    @CsvSource({
        "Efficient-Large-Model/SANA1.5 1.6B, 20, 0.1159",
        "pixart-sigma, 20, 0.1984",
        "stabilityai/stable-diffusion-3.5-medium, 28, 0.4393",
        "Stable Diffusion 3.5 Large, 28, 1.2278",
        "hunyuan-dit-1.2, 50, 1.4391",
        "black-forest-labs/FLUX.1-dev, 50, 2.2079"
    })
    void aMeasuredModelCostsWhatWasMeasuredWithHostAndSite(String model, int steps, double gpuWh) {
        Footprint footprint = Ours.of(Ours.images(model, 1024, steps));
        Range energy = Ours.figure(footprint, Criterion.ENERGY);

        assertThat(energy.central()).isCloseTo(gpuWh * KWH_PER_WH * HOST * OPENAI_PUE, within(1e-12));
        assertThat(energy.low()).as("below the GPU alone").isLessThan(gpuWh * KWH_PER_WH);
        assertThat(energy.high()).isGreaterThan(energy.central() * 2);
        assertThat(footprint.tier()).isEqualTo(Tier.REGISTRY);
        assertThat(footprint.warnings()).noneMatch(warning -> warning.startsWith("image-"));
    }

    @Test
    void theRangeOfStableDiffusionHoldsWhatAnotherLaboratoryMeasured() {
        // MIT Technology Review 2025: Stable Diffusion 3 Medium, 0.634 Wh, GPU doubled for the server, without PUE.
        Range energy = Ours.energyKwh(Ours.images("stable-diffusion-3-5-medium", 1024, 28));

        assertThat(0.634 * KWH_PER_WH).isBetween(energy.low(), energy.high());
    }

    @Test
    void theRangeOfAnUnknownModelHoldsTheMeanOfEightOpenModels() {
        // Luccioni et al. 2023: 2.907 Wh on average over eight diffusion models, whole node, without PUE.
        Range energy = Ours.energyKwh(Ours.images("dall-e-3", 1024, null));

        assertThat(2.907 * KWH_PER_WH).isBetween(energy.low(), energy.high());
        assertThat(energy.central()).isCloseTo(1.5 * KWH_PER_WH * HOST * OPENAI_PUE, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dall-e-3", "imagen-4", "gpt-image-1", "midjourney-v7", "flux.1-schnell", "sdxl-lightning"})
    void aModelThatWasNotMeasuredIsOfTheClass(String model) {
        Footprint footprint = Ours.of(Ours.images(model, 3));

        assertThat(footprint.tier()).isEqualTo(Tier.CLASS);
        assertThat(footprint.model()).isEqualTo(model);
        assertThat(footprint.warnings()).contains("model-class-fallback");
    }

    @Test
    void withoutAModelNothingIsKnown() {
        Footprint footprint = Ours.of(Ours.images(null, 1));

        assertThat(footprint.tier()).isEqualTo(Tier.UNKNOWN);
        assertThat(footprint.warnings()).contains("model-missing").doesNotContain("model-class-fallback");
    }

    @Test
    void stepsAndPixelsScaleAMeasuredModel() {
        double usual = Ours.energyKwh(Ours.images("flux.1-dev", 1024, 50)).central();

        assertThat(Ours.energyKwh(Ours.images("flux.1-dev", 512, 50)).central()).isCloseTo(usual / 4, within(1e-15));
        assertThat(Ours.energyKwh(Ours.images("flux.1-dev", 1024, 25)).central())
                .isCloseTo(usual / 2, within(1e-15));
        assertThat(Ours.of(Ours.images("flux.1-dev", 512, 4)).warnings())
                .contains("image-size-extrapolated", "image-steps-extrapolated");
    }

    @Test
    void whatTheMeasurementDoesNotTellIsIgnoredAndSaidSo() {
        Footprint footprint = Ours.of(Ours.images("sdxl", 2048, 10));

        assertThat(footprint.warnings()).contains("image-size-ignored", "image-steps-ignored");
        assertThat(Ours.figure(footprint, Criterion.ENERGY).central())
                .isCloseTo(1.64 * KWH_PER_WH * HOST * OPENAI_PUE, within(1e-12));
    }

    @Test
    void aMeasuredEnergyBeatsTheModel() {
        Footprint footprint = Ours.of(Ours.images(10, null, 0.05));
        Range energy = Ours.figure(footprint, Criterion.ENERGY);

        assertThat(energy.low()).isEqualTo(0.05 * OPENAI_PUE);
        assertThat(energy.high()).isEqualTo(0.05 * OPENAI_PUE);
        assertThat(footprint.tier()).isEqualTo(Tier.MEASURED);
    }

    @Test
    void aMeasuredTimeCapsTheEnergyAtAWholeServer() {
        double second = Ours.energyKwh(Ours.images(1000, 1.0, null)).central();

        assertThat(second).isCloseTo(8 * 0.7 / 3600 * HOST * OPENAI_PUE, within(1e-12));
        assertThat(Ours.energyKwh(Ours.images(1000, 1e6, null)))
                .isEqualTo(Ours.energyKwh(Ours.images(1000, null, null)));
    }

    @Test
    void aMeasuredEnergyThatNoServerCouldUseInTheTimeIsSaid() {
        assertThat(Ours.of(Ours.images(10, 1.0, 0.05)).warnings()).contains("contradictory:duration");
        assertThat(Ours.of(Ours.images(10, 60.0, 0.05)).warnings()).doesNotContain("contradictory:duration");
    }

    @Test
    void zeroIsNoMeasurement() {
        Footprint footprint = Ours.of(Ours.images(1, 0.0, 0.0));

        assertThat(footprint.warnings()).contains("contradictory:duration", "contradictory:measured-energy");
        assertThat(Ours.figure(footprint, Criterion.ENERGY)).isEqualTo(Ours.energyKwh(Ours.images(1, null, null)));
        assertThat(footprint.tier()).isEqualTo(Tier.REGISTRY);
    }

    @Test
    void allCriteriaButTheMarketAreKnownInFrance() {
        Footprint footprint = Ours.of(Ours.images(1, null, null));

        assertThat(footprint.figures().keySet())
                .containsExactlyInAnyOrder(
                        Criterion.ENERGY,
                        Criterion.GHG_OPERATIONAL_LOCATION,
                        Criterion.GHG_EMBODIED,
                        Criterion.WATER_ON_SITE,
                        Criterion.WATER_OFF_SITE,
                        Criterion.PRIMARY_ENERGY,
                        Criterion.ADPE);
        assertThat(footprint.warnings()).contains("no-data:ghg-operational-market");
        assertThat(footprint.functionalUnit()).isNotNull();
    }

    @Test
    void theHardwareShareIsSmallBesideItsLife() {
        // One FLUX image: 2.2 Wh of a 700 W GPU is 11.4 s of three years at half use, of 273 kg and an eighth of 5700
        // kg.
        Range embodied = Ours.figure(Ours.of(Ours.images(1, null, null)), Criterion.GHG_EMBODIED);

        assertThat(embodied.central()).isCloseTo(2.2079 / 700 / (3 * 8760 * 0.5) * (273 + 5700 / 8.0), within(1e-12));
    }

    @Test
    void anUnknownZoneOrProviderIsTheNearestKnown() {
        Footprint footprint = Ours.of(
                new ImageGeneration("nobody", "flux.1-dev", 1, null, null, null, null, null, null, "Atlantis", null));

        assertThat(footprint.zone()).isEqualTo("WOR");
        assertThat(footprint.provider()).isEqualTo("nobody");
        assertThat(footprint.warnings()).contains("provider-fallback", "zone-fallback");
    }

    @Test
    void oneSideAloneIsASquare() {
        ImageGeneration activity =
                new ImageGeneration("openai", "flux.1-dev", 1, 1024, null, 50, null, null, null, "FRA", null);

        assertThat(Ours.energyKwh(activity)).isEqualTo(Ours.energyKwh(Ours.images(1, null, null)));
        assertThat(Ours.of(activity).warnings()).contains("size-completed");
    }
}
