package dev.sillage.calculation.model.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.model.language.ModelResolution.Way;
import dev.sillage.footprint.Tier;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelResolverTest {
    private static final ModelResolver RESOLVER = ModelResolver.of(FactorCatalogue.load());

    @ParameterizedTest
    @CsvSource({
        "openai,gpt-4o,gpt-4o",
        "openai,GPT-4o,gpt-4o",
        "openai,gpt-4o-2024-08-06,gpt-4o-2024-08-06",
        "openai,gpt-4-turbo-preview,gpt-4-turbo-preview",
        "openai,gpt-4-1106-preview,gpt-4-1106-preview",
        "mistralai,codestral-latest,codestral-latest",
        "google_genai,gemini-2.0-flash-001,gemini-2.0-flash-001",
        "huggingface_hub,meta-llama/Meta-Llama-3.1-70B-Instruct,meta-llama/Meta-Llama-3.1-70B-Instruct",
        "huggingface_hub,meta-llama/Meta-Llama-3.1-405B-Instruct-FP8,meta-llama/Meta-Llama-3.1-405B-Instruct-FP8"
    })
    void aModelIsFoundByItsIdWithoutAWord(String listedAt, String name, String id) {
        expect(listedAt, name, id, Way.ID);
    }

    @ParameterizedTest
    @CsvSource({
        "openai,openai/gpt-4o,gpt-4o",
        "openai,gpt-35-turbo,gpt-3.5-turbo",
        "openai,gpt4o,gpt-4o",
        "openai,gpt-4-1-mini,gpt-4.1-mini",
        "openai,ft:gpt-4o-mini-2024-07-18:acme::9abc,gpt-4o-mini-2024-07-18",
        "anthropic,claude-opus-4-5,claude-opus-4-5-20251101",
        "anthropic,claude-opus-4.5,claude-opus-4-5-20251101",
        "anthropic,anthropic/claude-sonnet-4.5:beta,claude-sonnet-4-5-20250929",
        "anthropic,anthropic.claude-sonnet-4-20250514-v1:0,claude-sonnet-4-20250514",
        "anthropic,us.anthropic.claude-sonnet-4-20250514-v1:0,claude-sonnet-4-20250514",
        "anthropic,claude-opus-4-5@20251101,claude-opus-4-5-20251101",
        "anthropic,publishers/anthropic/models/claude-haiku-4-5@20251001,claude-haiku-4-5-20251001",
        "anthropic,arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-opus-4-1-20250805-v1:0,"
                + "claude-opus-4-1-20250805",
        "anthropic,claude-sonnet-4,claude-sonnet-4-20250514",
        "google_genai,models/gemini-2.5-pro,gemini-2.5-pro",
        "google_genai,gemini-2-5-pro,gemini-2.5-pro",
        "cohere,cohere.command-r-plus-v1:0,command-r-plus-08-2024",
        "mistralai,mistralai/mistral-small-2506,mistral-small-2506",
        "huggingface_hub,Meta-Llama-3.1-70B-Instruct,meta-llama/Meta-Llama-3.1-70B-Instruct"
    })
    void anotherSpellingOfTheSameModelIsAnAlias(String listedAt, String name, String id) {
        expect(listedAt, name, id, Way.ALIAS);
    }

    @ParameterizedTest
    @CsvSource({
        "openai,gpt-4o-2031-01-01,gpt-4o",
        "openai,gpt-4-0314,gpt-4",
        "openai,o1-preview,o1",
        "google_genai,gemini-2.5-flash-preview-05-20,gemini-2.5-flash",
        "google_genai,gemini-2.5-flash-lite-preview-09-2025,gemini-2.5-flash-lite",
        "google_genai,gemini-2.5-pro-exp-03-25,gemini-2.5-pro",
        "google_genai,gemini-2.5-pro@default,gemini-2.5-pro",
        "huggingface_hub,meta-llama/Meta-Llama-3.1-8B-Instruct-AWQ,meta-llama/Meta-Llama-3.1-8B-Instruct",
        "huggingface_hub,Meta-Llama-3.1-70B-Instruct-GPTQ-INT4,meta-llama/Meta-Llama-3.1-70B-Instruct",
        "huggingface_hub,google/gemma-2-9b-it-q4_k_m,google/gemma-2-9b-it"
    })
    void datesStagesAndQuantisationsAreStripped(String listedAt, String name, String id) {
        expect(listedAt, name, id, Way.SUFFIX);
    }

    @ParameterizedTest
    @CsvSource({
        "openai,gpt-4o-prod,gpt-4o",
        "openai,my-gpt-35-turbo,gpt-3.5-turbo",
        "openai,prod-eu-gpt-4o-mini,gpt-4o-mini",
        "openai,team_search_no_gpt-4.1-nano_v2,",
        "openai,assistant-gpt4-turbo-west,gpt-4-turbo",
        "openai,gpt-5-mini-batch-2,gpt-5-mini"
    })
    void theModelWithinTheNameOfADeploymentIsFoundUnlessAnotherWordMayMeanAnotherModel(
            String listedAt, String name, String id) {
        if (id == null) {
            assertThat(RESOLVER.resolve(listedAt, name).entry()).isNull();
        } else {
            expect(listedAt, name, id, Way.DEPLOYMENT);
        }
    }

    /** A wrong model is worse than a class. */
    @ParameterizedTest
    @CsvSource({
        "openai,gpt-4o-micro,unknown",
        "openai,gpt-4.5,standard",
        "openai,gpt-4-5-preview,standard",
        "openai,o1-mini,medium",
        "openai,o1-pro,frontier-pro",
        "openai,gpt-4-32k-vision-preview,unknown",
        "openai,gpt-4o-mini-max,medium",
        "openai,gpt-5-mega-nano,small",
        "anthropic,claude-3-5-sonnet-20240620,standard",
        "anthropic,anthropic.claude-3-7-sonnet-20250219-v1:0,standard",
        "anthropic,claude-3-5-haiku-latest,medium",
        "anthropic,claude-3-opus-20240229,frontier",
        "anthropic,claude-opus-9,frontier",
        "google_genai,gemini-1.5-pro-002,frontier",
        "google_genai,gemini-pro,frontier",
        "mistralai,mistral-large-2402,standard",
        "cohere,command-r-max,frontier",
        "openai,text-embedding-9,embedding",
        "openai,swift-nano,small",
        "openai,gpt-7.1-2027-01-01,standard",
        "openai,mini/kestrel,unknown",
        "openai,kestrel,unknown"
    })
    void aNameThatMayMeanAnotherModelHasAClassOnly(String listedAt, String name, String expectedClass) {
        ModelResolution resolution = RESOLVER.resolve(listedAt, name);

        assertThat(resolution.entry()).isNull();
        assertThat(resolution.key()).isEqualTo("model-class." + expectedClass);
        assertThat(resolution.name()).isEqualTo(name);
        assertThat(resolution.warnings()).contains("model-class-fallback");
        assertThat(resolution.tier()).isEqualTo(expectedClass.equals("unknown") ? Tier.UNKNOWN : Tier.CLASS);
        assertThat(resolution.warnings().contains("model-unknown")).isEqualTo(expectedClass.equals("unknown"));
    }

    @Test
    void aModelOfAnotherProviderIsFoundAndSaysSo() {
        ModelResolution resolution = RESOLVER.resolve(null, "eu.anthropic.claude-sonnet-4-5-20250929-v1:0");

        assertThat(resolution.name()).isEqualTo("claude-sonnet-4-5-20250929");
        assertThat(resolution.warnings()).contains("model-alias", "model-of-other-provider");
    }

    @Test
    void anAbsentNameIsMissing() {
        for (String name : new String[] {null, "", "  "}) {
            ModelResolution resolution = RESOLVER.resolve("openai", name);

            assertThat(resolution.way()).isEqualTo(Way.MISSING);
            assertThat(resolution.warnings()).containsExactly("model-class-fallback", "model-missing");
            assertThat(resolution.tier()).isEqualTo(Tier.UNKNOWN);
        }
    }

    @Test
    void theNamesThatWereLookedForAreShownUpToTheOneThatWasFound() {
        assertThat(RESOLVER.resolve("openai", "openai/gpt-4o-2031-01-01").candidates())
                .containsExactly("openai/gpt-4o-2031-01-01", "gpt-4o-2031-01-01", "gpt-4o");
    }

    @Test
    void anyNonsenseIsAnswered() {
        for (String name : new String[] {"/", "arn:aws:bedrock", ":::", "@", "-", "ft:", "a/b/", "\u00e9\u4e2d"}) {
            assertThat(RESOLVER.resolve("openai", name).tier()).isEqualTo(Tier.UNKNOWN);
        }
    }

    private static void expect(String listedAt, String name, String id, Way way) {
        ModelResolution resolution = RESOLVER.resolve(listedAt, name);

        assertThat(resolution.name()).isEqualTo(id);
        assertThat(resolution.way()).isEqualTo(way);
        assertThat(Objects.requireNonNull(resolution.entry()).provider()).isEqualTo(listedAt);
        assertThat(resolution.tier()).isEqualTo(Tier.REGISTRY);
        assertThat(resolution.warnings()).doesNotContain("model-class-fallback", "model-of-other-provider");
        if (way.warning() != null) {
            assertThat(resolution.warnings()).contains(way.warning());
        }
    }
}
