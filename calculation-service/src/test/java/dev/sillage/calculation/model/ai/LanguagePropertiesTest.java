package dev.sillage.calculation.model.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sillage.activity.Activity;
import dev.sillage.activity.Embedding;
import dev.sillage.calculation.model.Explanation;
import dev.sillage.calculation.model.Footprint;
import dev.sillage.calculation.model.sheet.ExplanationCheck;
import dev.sillage.footprint.Figure;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class LanguagePropertiesTest {

    @Property(tries = 300, seed = "20261123")
    void everyFigureIsOrderedAndCanBePublished(@ForAll("prompts") Prompts prompts) {
        prompts.footprint().figures().values().forEach(range -> {
            assertThat(range.low()).isPositive().isLessThanOrEqualTo(range.central());
            assertThat(range.central()).isLessThanOrEqualTo(range.high());
            Figure.rounded(range.low(), range.central(), range.high());
        });
    }

    @Property(tries = 300, seed = "20261123")
    void moreTokensNeverCostLess(
            @ForAll("prompts") Prompts prompts,
            @ForAll @IntRange(max = 100_000) int read,
            @ForAll @IntRange(max = 100_000) int written) {
        Footprint more = prompts.tokens(prompts.input() + read, prompts.output() + written)
                .footprint();

        prompts.footprint().figures().forEach((criterion, less) -> {
            assertThat(Objects.requireNonNull(more.figures().get(criterion)).low())
                    .isGreaterThanOrEqualTo(less.low() * (1 - 1e-12));
            assertThat(more.figures().get(criterion).central()).isGreaterThanOrEqualTo(less.central() * (1 - 1e-12));
            assertThat(more.figures().get(criterion).high()).isGreaterThanOrEqualTo(less.high() * (1 - 1e-12));
        });
    }

    @Property(tries = 300, seed = "20261123")
    void soManyEqualRequestsCostSoManyTimesOne(
            @ForAll("prompts") Prompts prompts, @ForAll @IntRange(min = 1, max = 10_000) int count) {
        Footprint all = prompts.tokens(prompts.input() * count, prompts.output() * count)
                .cached(prompts.cached() == null ? null : prompts.cached() * count)
                .times(count)
                .footprint();

        prompts.times(null).footprint().figures().forEach((criterion, one) -> {
            close(Objects.requireNonNull(all.figures().get(criterion)).low(), one.low() * count);
            close(all.figures().get(criterion).central(), one.central() * count);
            close(all.figures().get(criterion).high(), one.high() * count);
        });
    }

    @Property(tries = 150, seed = "20261123")
    void everyStepFollowsFromWhatItShows(@ForAll("activities") Activity activity) throws Exception {
        Explanation explanation = Prompts.METHOD.explain(activity);

        ExplanationCheck.check(explanation);
        assertThat(explanation.footprint()).isEqualTo(Prompts.METHOD.footprint(activity));
    }

    @Provide
    Arbitrary<Prompts> prompts() {
        Arbitrary<String> models = Arbitraries.of(
                "gpt-4o",
                "gpt-4o-mini",
                "claude-opus-4-5",
                "mistral-large-2411",
                "meta-llama/Meta-Llama-3.1-405B-Instruct",
                "swift-mini",
                "kestrel");
        Arbitrary<String> providers = Arbitraries.of("openai", "anthropic", "aws.bedrock", "a-start-up");
        return Combinators.combine(
                        providers,
                        models,
                        Arbitraries.longs().between(0, 200_000),
                        Arbitraries.longs().between(0, 50_000),
                        Arbitraries.longs().between(0, 100).injectNull(0.5),
                        Arbitraries.doubles().between(0.01, 1000).injectNull(0.5))
                .as((provider, model, read, written, cached, seconds) -> Prompts.to(
                                provider, model, read + 100, written)
                        .cached(cached)
                        .within(seconds));
    }

    @Provide
    Arbitrary<Activity> activities() {
        Arbitrary<Activity> embeddings = Combinators.combine(
                        Arbitraries.of("text-embedding-3-small", "kestrel"),
                        Arbitraries.longs().between(0, 1_000_000),
                        Arbitraries.integers().between(1, 1000).injectNull(0.3))
                .as((model, tokens, count) -> new Embedding("openai", model, tokens, count, null, null, null));
        Arbitrary<Activity> requests = prompts().map(Prompts::activity);
        return Arbitraries.oneOf(embeddings, requests);
    }

    private static void close(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-11 * expected));
    }
}
