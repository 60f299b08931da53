package dev.sillage.calculation.model.ecologits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.model.Footprint;
import dev.sillage.calculation.model.Methodology;
import dev.sillage.calculation.model.sheet.RecentValues;
import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.Tier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EcologitsResolutionTest {
    private static final FactorCatalogue CATALOGUE = FactorCatalogue.load();

    private final Methodology method = Ecologits.september2026(CATALOGUE);

    @ParameterizedTest
    @CsvSource({
        "openai,gpt-4o,gpt-4o",
        "OpenAI,GPT-4o,gpt-4o",
        "openai,openai/gpt-4o,gpt-4o",
        "openai,gpt-4o-2024-08-06,gpt-4o-2024-08-06",
        "openai,gpt-4o-2031-01-01,gpt-4o",
        "openai,gpt-35-turbo,gpt-3.5-turbo",
        "anthropic,claude-opus-4-5,claude-opus-4-5-20251101",
        "gcp.vertex_ai,gemini-2.5-pro,gemini-2.5-pro",
        "huggingface_hub,meta-llama/Meta-Llama-3.1-70B-Instruct,meta-llama/Meta-Llama-3.1-70B-Instruct",
        "huggingface_hub,Meta-Llama-3.1-70B-Instruct,meta-llama/Meta-Llama-3.1-70B-Instruct"
    })
    void aKnownModelIsFoundUnderItsManyNames(String provider, String name, String resolved) {
        Footprint footprint = footprint(Requests.to(provider, name));

        assertThat(footprint.model()).isEqualTo(resolved);
        assertThat(footprint.tier()).isEqualTo(Tier.REGISTRY);
        assertThat(footprint.warnings()).noneMatch(warning -> warning.contains("fallback"));
    }

    @ParameterizedTest
    @CsvSource({
        "aws.bedrock,us.anthropic.claude-sonnet-4-5-20250929-v1:0,claude-sonnet-4-5-20250929",
        "gcp.vertex_ai,claude-opus-4-5@20251101,claude-opus-4-5-20251101",
        "groq,gpt-4o,gpt-4o"
    })
    void aModelOfAnotherProviderIsFoundAndSaysSo(String provider, String name, String resolved) {
        Footprint footprint = footprint(Requests.to(provider, name));

        assertThat(footprint.model()).isEqualTo(resolved);
        assertThat(footprint.warnings()).contains("model-of-other-provider");
    }

    @Test
    void anAbsentModelIsOfTheUnknownClassAndNeverZero() {
        Footprint footprint = footprint(Requests.to("openai", null));

        assertThat(footprint.model()).isNull();
        assertThat(footprint.tier()).isEqualTo(Tier.UNKNOWN);
        assertThat(footprint.warnings()).contains("model-missing", "model-class-fallback");
        assertThat(footprint.figures().get(Criterion.ENERGY).low()).isPositive();
    }

    @Test
    void anUnknownProviderHasTheWidestSiteInTheWorld() {
        Footprint footprint = footprint(Requests.to("a-start-up", "gpt-4o"));

        assertThat(footprint.provider()).isEqualTo("a-start-up");
        assertThat(footprint.zone()).isEqualTo("WOR");
        assertThat(footprint.warnings()).contains("provider-fallback", "world-mix-pe-adpe-suspect");
        assertThat(footprint.warnings()).doesNotContain("zone-fallback");
        assertThat(footprint.figures().get(Criterion.ENERGY).high())
                .isGreaterThan(footprint(Requests.to("openai", "gpt-4o"))
                        .figures()
                        .get(Criterion.ENERGY)
                        .high());
    }

    @Test
    void aProviderWithoutZoneAndWaterSaysWhatWasAssumed() {
        Footprint footprint = footprint(Requests.to("aws.bedrock", "gpt-4o"));

        assertThat(footprint.provider()).isEqualTo("aws");
        assertThat(footprint.zone()).isEqualTo("WOR");
        assertThat(footprint.warnings()).contains("wue-fallback", "zone-fallback");
    }

    @Test
    void azureRunsTheModelsOfOpenai() {
        Footprint footprint = footprint(Requests.to("azure.ai.openai", "gpt-4o"));

        assertThat(footprint.provider()).isEqualTo("azure_openai");
        assertThat(footprint.warnings()).doesNotContain("model-of-other-provider", "provider-fallback");
    }

    @Test
    void aZoneIsTakenByEitherCode() {
        Footprint alpha3 = footprint(Requests.to("openai", "gpt-4o").in("FRA"));
        Footprint alpha2 = footprint(Requests.to("openai", "gpt-4o").in("fr"));

        assertThat(alpha3.zone()).isEqualTo("FRA");
        assertThat(alpha3.warnings()).doesNotContain("zone-fallback");
        assertThat(alpha2).isEqualTo(alpha3);
    }

    @ParameterizedTest
    @CsvSource({"Atlantis", "KEN"})
    void aZoneWithoutMixFallsBackToTheProvidersOwn(String zone) {
        Footprint footprint =
                footprint(Requests.to("mistral_ai", "open-mistral-7b").in(zone));

        assertThat(footprint.zone()).isEqualTo("SWE");
        assertThat(footprint.warnings()).contains("zone-fallback");
    }

    @Test
    void theMemoryOfNamesIsBounded() {
        RecentValues<Integer, Integer> recent = new RecentValues<>(10);
        for (int i = 0; i < 1000; i++) {
            assertThat(recent.get(i, key -> key + 1)).isEqualTo(i + 1);
            assertThat(recent.get(0, key -> key + 1)).isEqualTo(1);
            assertThat(recent.size()).isLessThanOrEqualTo(20);
        }
    }

    private Footprint footprint(Requests requests) {
        try {
            return method.footprint(requests.activity());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
