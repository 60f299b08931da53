package dev.sillage.calculation.model.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sillage.activity.Activity;
import dev.sillage.activity.ImageGeneration;
import dev.sillage.activity.ModelTraining;
import dev.sillage.activity.VideoGeneration;
import dev.sillage.calculation.model.Footprint;
import dev.sillage.calculation.model.Range;
import dev.sillage.calculation.model.sheet.ExplanationCheck;
import dev.sillage.footprint.Figure;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class GenerationPropertiesTest {
    private static final String SEED = "20261123";
    private static final int TRIES = 300;

    @Property(seed = SEED, tries = TRIES)
    void everyFigureIsOrderedAndCanBePublished(@ForAll("activities") Activity activity) {
        Footprint footprint = Ours.of(activity);

        assertThat(footprint.figures()).hasSizeGreaterThanOrEqualTo(5);
        footprint.figures().forEach((criterion, figure) -> {
            assertThat(figure.low()).as(criterion.wireName()).isPositive().isLessThanOrEqualTo(figure.central());
            assertThat(figure.central()).as(criterion.wireName()).isLessThanOrEqualTo(figure.high());
            Figure.rounded(figure.low(), figure.central(), figure.high());
        });
    }

    @Property(seed = SEED, tries = TRIES)
    void everyStepFollowsFromWhatItShows(@ForAll("activities") Activity activity) {
        ExplanationCheck.check(Ours.explain(activity));
    }

    @Property(seed = SEED, tries = TRIES)
    void soManyImagesCostSoManyTimesOne(
            @ForAll("images") ImageGeneration one, @ForAll @IntRange(min = 2, max = 9999) int n) {
        scaled(one, times(one, n), n);
    }

    @Property(seed = SEED, tries = TRIES)
    void hoursAndMeasuredEnergyScaleATraining(
            @ForAll("trainings") ModelTraining one, @ForAll @DoubleRange(min = 1.5, max = 1e6) double factor) {
        scaled(one, times(one, factor), factor);
    }

    @Property(seed = SEED, tries = TRIES)
    void twoPartsOfATrainingCostAsMuchAsTheWhole(
            @ForAll("trainings") ModelTraining whole, @ForAll @DoubleRange(min = 0.01, max = 0.99) double share) {
        Footprint first = Ours.of(times(whole, share));
        Footprint second = Ours.of(times(whole, 1 - share));

        Ours.of(whole)
                .figures()
                .forEach((criterion, figure) ->
                        close(Ours.figure(first, criterion).plus(Ours.figure(second, criterion)), figure, 1));
    }

    @Property(seed = SEED, tries = TRIES)
    void aLongerOrLargerVideoNeverCostsLess(
            @ForAll("videos") VideoGeneration less,
            @ForAll @DoubleRange(min = 0, max = 600) double seconds,
            @ForAll @IntRange(min = 0, max = 4000) int width) {
        VideoGeneration more = new VideoGeneration(
                less.provider(),
                less.model(),
                less.seconds() + seconds,
                less.width() == null ? null : less.width() + width,
                less.height(),
                null,
                less.audio(),
                less.durationSeconds(),
                less.zone(),
                less.measuredEnergyKwh());

        Footprint most = Ours.of(more);
        Ours.of(less).figures().forEach((criterion, figure) -> {
            assertThat(Ours.figure(most, criterion).low()).isGreaterThanOrEqualTo(figure.low() * (1 - 1e-12));
            assertThat(Ours.figure(most, criterion).high()).isGreaterThanOrEqualTo(figure.high() * (1 - 1e-12));
        });
    }

    @Provide
    Arbitrary<Activity> activities() {
        return Arbitraries.oneOf(
                images().map(Activity.class::cast),
                videos().map(Activity.class::cast),
                trainings().map(Activity.class::cast));
    }

    @Provide
    Arbitrary<ImageGeneration> images() {
        return Combinators.combine(
                        Arbitraries.of("openai", "google", "aws.bedrock", "nobody"),
                        Arbitraries.of("flux.1-dev", "sdxl", "dall-e-3", "pixart-sigma")
                                .injectNull(0.1),
                        Arbitraries.longs().between(1, 1_000_000),
                        Arbitraries.integers().between(64, 8192).injectNull(0.3),
                        Arbitraries.integers().between(1, 100).injectNull(0.3),
                        zones(),
                        measured())
                .as((provider, model, count, side, steps, zone, measured) -> new ImageGeneration(
                        provider, model, count, side, side, steps, null, null, null, zone, measured));
    }

    @Provide
    Arbitrary<VideoGeneration> videos() {
        return Combinators.combine(
                        Arbitraries.of("google", "openai", "nobody"),
                        Arbitraries.of("veo-3.0", "sora-2-pro", "seedance-1.5-pro", "Wan2.1-T2V-14B", "new")
                                .injectNull(0.1),
                        Arbitraries.doubles().between(0, 3600),
                        Arbitraries.integers().between(64, 4096).injectNull(0.2),
                        Arbitraries.of(true, false).injectNull(0.3),
                        Arbitraries.doubles().between(0.1, 1e5).injectNull(0.5),
                        zones(),
                        measured())
                .as((provider, model, seconds, side, audio, took, zone, measured) ->
                        new VideoGeneration(provider, model, seconds, side, side, null, audio, took, zone, measured));
    }

    @Provide
    Arbitrary<ModelTraining> trainings() {
        return Combinators.combine(
                        Arbitraries.of("H100", "A100-SXM4-80GB", "V100", "TPU v4", "something else")
                                .injectNull(0.1),
                        Arbitraries.doubles().between(0.01, 1e9),
                        Arbitraries.doubles().between(0.01, 1).injectNull(0.3),
                        Arbitraries.doubles().between(1, 3).injectNull(0.3),
                        Arbitraries.of("pre-training", "fine-tuning", "search").injectNull(0.3),
                        zones(),
                        measured())
                .as((hardware, hours, power, pue, purpose, zone, measured) ->
                        new ModelTraining(null, hardware, hours, null, null, power, pue, zone, purpose, measured));
    }

    private static Arbitrary<String> zones() {
        return Arbitraries.of("FRA", "US", "SWE", "ISL", "Atlantis").injectNull(0.2);
    }

    private static Arbitrary<Double> measured() {
        return Arbitraries.doubles().between(1e-6, 1e6).ofScale(6).injectNull(0.8);
    }

    private static ImageGeneration times(ImageGeneration one, long n) {
        return new ImageGeneration(
                one.provider(),
                one.model(),
                one.images() * n,
                one.width(),
                one.height(),
                one.steps(),
                null,
                null,
                null,
                one.zone(),
                one.measuredEnergyKwh() == null ? null : one.measuredEnergyKwh() * n);
    }

    private static ModelTraining times(ModelTraining one, double factor) {
        return new ModelTraining(
                one.model(),
                one.hardware(),
                one.gpuHours() == null ? null : one.gpuHours() * factor,
                null,
                null,
                one.utilisation(),
                one.pue(),
                one.zone(),
                one.purpose(),
                one.measuredEnergyKwh() == null ? null : one.measuredEnergyKwh() * factor);
    }

    private static void scaled(Activity one, Activity many, double factor) {
        Footprint all = Ours.of(many);
        Ours.of(one).figures().forEach((criterion, figure) -> close(Ours.figure(all, criterion), figure, factor));
    }

    private static void close(Range actual, Range expected, double factor) {
        assertThat(actual.low() / (expected.low() * factor)).isCloseTo(1, within(1e-9));
        assertThat(actual.central() / (expected.central() * factor)).isCloseTo(1, within(1e-9));
        assertThat(actual.high() / (expected.high() * factor)).isCloseTo(1, within(1e-9));
    }
}
