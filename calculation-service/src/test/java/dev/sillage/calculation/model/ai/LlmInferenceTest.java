package dev.sillage.calculation.model.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.Overrides;
import dev.sillage.calculation.model.Circumstances;
import dev.sillage.calculation.model.Footprint;
import dev.sillage.calculation.model.Range;
import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.Tier;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LlmInferenceTest {
    private static final Prompts GPT_4O = Prompts.to("openai", "gpt-4o", 1000, 400);
    private static final Prompts LLAMA =
            Prompts.to("huggingface_hub", "meta-llama/Meta-Llama-3.1-70B-Instruct", 1000, 400);

    @Test
    void allCriteriaButTheMarketHaveFigures() {
        Footprint footprint = GPT_4O.footprint();

        assertThat(footprint.figures())
                .hasSize(7)
                .doesNotContainKey(Criterion.GHG_OPERATIONAL_MARKET)
                .allSatisfy((criterion, range) -> assertThat(range.low()).isPositive());
        assertThat(footprint.warnings()).contains("no-data:ghg-operational-market", "prefill-extension");
        assertThat(footprint.tier()).isEqualTo(Tier.REGISTRY);
        assertThat(Objects.requireNonNull(footprint.functionalUnit()).unit()).isEqualTo("request");
    }

    /** The energy of writing, by hand: 400 tokens, 16 GPUs, the mean of 44 and 132 billion active parameters. */
    @Test
    void theCentreIsTheMeanOverThePublishedBoundsOfTheModel() {
        double perToken = 1.1665273170451914e-6 * Math.exp(-0.011205921025579175 * 64) * 88 + 4.052928146734005e-5;
        double writing = 400 * 16 * perToken / 1000;
        double reading = 2 * 88e9 * 1000 / (1.4e12 * 0.35) / 3.6e6;
        double seconds = 400 / 37.8 + 1000 * 6.2e-5 * 0.52 / 0.44 + 0.01788;
        double machines = seconds / 3600 * (1.2 + 0.161082) * 16 / 8 / 64;

        assertThat(range(GPT_4O, Criterion.ENERGY).central())
                .isCloseTo(1.2 * (writing + reading + machines), within(1e-15));
    }

    @Test
    void aSizeThatIsPublishedHasASmallerErrorThanOneThatIsNot() {
        Range published = range(LLAMA, Criterion.ENERGY);
        Range closed = range(GPT_4O, Criterion.ENERGY);

        assertThat(published.high() / published.low()).isLessThan(closed.high() / closed.low());
    }

    @Test
    void readingCostsEnergyAndACachedTokenATenthOfIt() {
        double none = range(GPT_4O.tokens(0, 400), Criterion.ENERGY).central();
        double fresh = range(GPT_4O.tokens(100_000, 400), Criterion.ENERGY).central() - none;
        double cached = range(GPT_4O.tokens(100_000, 400).cached(100_000L), Criterion.ENERGY)
                        .central()
                - none;

        assertThat(fresh).isGreaterThan(0.01);
        assertThat(cached / fresh).isCloseTo(0.1, within(1e-9));
    }

    @Test
    void cachedTokensBeyondTheInputAreAddedToIt() {
        Footprint outside = GPT_4O.tokens(100, 400).cached(900L).footprint();
        Footprint inside = GPT_4O.tokens(1000, 400).cached(900L).footprint();

        assertThat(outside.warnings()).contains("contradictory:cached-tokens");
        assertThat(inside.warnings()).doesNotContain("contradictory:cached-tokens");
        assertThat(outside.figures()).isEqualTo(inside.figures());
    }

    @Test
    void reasoningIsPartOfTheOutputUnlessThereIsMoreOfIt() {
        assertThat(GPT_4O.reasoning(300).footprint().figures())
                .isEqualTo(GPT_4O.footprint().figures());
        Footprint beside = GPT_4O.reasoning(500).footprint();
        assertThat(beside.warnings()).contains("contradictory:reasoning-tokens");
        assertThat(beside.figures())
                .isEqualTo(GPT_4O.tokens(1000, 900).footprint().figures());
    }

    @Test
    void tokensOfOtherMediaCountLikeTokensOfTextAndAreNamed() {
        Footprint footprint = GPT_4O.audioOut(300).footprint();

        assertThat(footprint.warnings()).contains("multimodal-tokens").doesNotContain("contradictory:media-tokens");
        assertThat(footprint.figures()).isEqualTo(GPT_4O.footprint().figures());
        assertThat(GPT_4O.audioOut(500).footprint().warnings()).contains("contradictory:media-tokens");
    }

    @Test
    void aMeasuredEnergyBeatsTheModel() {
        Footprint footprint = GPT_4O.measuredAs(0.0005).footprint();

        assertThat(footprint.tier()).isEqualTo(Tier.MEASURED);
        assertThat(footprint.warnings()).doesNotContain("prefill-extension");
        assertThat(footprint.figures().get(Criterion.ENERGY)).isEqualTo(Range.exactly(1.2 * 0.0005));
        assertThat(Objects.requireNonNull(footprint.figures().get(Criterion.WATER_ON_SITE))
                        .central())
                .isCloseTo(0.0005 * 0.569, within(1e-15));
        assertThat(footprint.figures().get(Criterion.GHG_EMBODIED)).isNotNull();
    }

    @Test
    void aMeasuredZeroForWorkThatWasDoneIsNotBelieved() {
        Footprint footprint = GPT_4O.measuredAs(0).footprint();

        assertThat(footprint.warnings()).contains("contradictory:measured-energy");
        assertThat(footprint.figures()).isEqualTo(GPT_4O.footprint().figures());
        assertThat(footprint.tier()).isEqualTo(Tier.REGISTRY);
    }

    @Test
    void aTimeInWhichTheMachinesCannotHaveUsedTheMeasuredEnergyIsNotBelieved() {
        Footprint impossible = GPT_4O.measuredAs(1).within(2.0).footprint();

        assertThat(impossible.warnings()).contains("contradictory:duration");
        assertThat(impossible.figures())
                .isEqualTo(GPT_4O.measuredAs(1).footprint().figures());
        assertThat(GPT_4O.measuredAs(0.001).within(2.0).footprint().warnings())
                .doesNotContain("contradictory:duration");
        assertThat(GPT_4O.within(0.0).footprint().warnings()).contains("contradictory:duration");
    }

    @Test
    void aShorterTimeSparesHardwareAndALongerOneChangesNothing() {
        double modelled = range(GPT_4O, Criterion.GHG_EMBODIED).central();

        assertThat(range(GPT_4O.within(0.5), Criterion.GHG_EMBODIED).central()).isLessThan(modelled);
        assertThat(range(GPT_4O.within(1e6), Criterion.GHG_EMBODIED).central()).isEqualTo(modelled);
    }

    @ParameterizedTest
    @CsvSource({
        "azure.ai.openai,gpt-4o,swedencentral,SWE",
        "aws.bedrock,anthropic.claude-sonnet-4-20250514-v1:0,eu-west-3,FRA",
        "openai,gpt-4o,FRA,FRA",
        "openai,gpt-4o,de,DEU",
        "openai,gpt-4o,US-CAL-CISO,USA",
        "mistral_ai,open-mistral-7b,,SWE"
    })
    void aPlaceIsACountryOrTheRegionOfACloudOrTheUsualOneOfTheProvider(
            String provider, String model, @Nullable String zone, String resolved) {
        Prompts prompts = Prompts.to(provider, model, 1000, 400);
        Footprint footprint = (zone == null ? prompts : prompts.in(zone)).footprint();

        assertThat(footprint.zone()).isEqualTo(resolved);
        assertThat(footprint.warnings()).doesNotContain("zone-fallback");
    }

    @Test
    void theRegionOfAnArnIsThePlace() {
        Footprint footprint = Prompts.to(
                        "aws.bedrock",
                        "arn:aws:bedrock:eu-west-3:123456789012:foundation-model/anthropic.claude-sonnet-4-20250514-v1:0",
                        10,
                        10)
                .footprint();

        assertThat(footprint.zone()).isEqualTo("FRA");
        assertThat(footprint.model()).isEqualTo("claude-sonnet-4-20250514");
    }

    @Test
    void aPlaceThatIsNotKnownFallsBackAndSaysSo() {
        Footprint usual = Prompts.to("mistral_ai", "open-mistral-7b", 10, 10)
                .in("Atlantis")
                .footprint();
        Footprint world =
                Prompts.to("aws.bedrock", "gpt-4o", 10, 10).in("Atlantis").footprint();

        assertThat(usual.zone()).isEqualTo("SWE");
        assertThat(world.zone()).isEqualTo("WOR");
        assertThat(usual.warnings()).contains("zone-fallback");
        assertThat(world.warnings()).contains("zone-fallback", "wue-fallback");
    }

    @Test
    void anythingUnknownIsWideAndNeverZero() {
        Footprint footprint = Prompts.to("a-start-up", null, 0, 0).footprint();

        assertThat(footprint.tier()).isEqualTo(Tier.UNKNOWN);
        assertThat(footprint.warnings()).contains("provider-fallback", "model-missing", "zero-tokens");
        assertThat(footprint.figures().values())
                .allSatisfy(range -> assertThat(range.low()).isPositive());
    }

    @Test
    void aTenantsOwnFactorsComeFirstAndAreNamed() throws Exception {
        Factor contract = new Factor(
                "grid.ghg.market",
                "USA",
                "gCO2e/kWh",
                10,
                10,
                10,
                null,
                null,
                null,
                "contract",
                null,
                null,
                Overrides.QUALITY,
                null);
        Overrides own = new Overrides() {
            @Override
            public @Nullable Factor find(String key, @Nullable String zone, Instant time) {
                return key.equals(contract.key()) && contract.zone().equals(zone) ? contract : null;
            }

            @Override
            public String version() {
                return "own";
            }

            @Override
            public long period(Instant time) {
                return 0;
            }
        };
        Footprint footprint =
                Prompts.METHOD.footprint(GPT_4O.activity(), new Circumstances(Circumstances.NEWEST.time(), own));

        assertThat(footprint.warnings()).contains("own-factor:grid.ghg.market");
        assertThat(Objects.requireNonNull(footprint.figures().get(Criterion.GHG_OPERATIONAL_MARKET))
                        .central())
                .isCloseTo(range(GPT_4O, Criterion.ENERGY).central() * 0.01, within(1e-15));
    }

    private static Range range(Prompts prompts, Criterion criterion) {
        return Objects.requireNonNull(prompts.footprint().figures().get(criterion));
    }
}
