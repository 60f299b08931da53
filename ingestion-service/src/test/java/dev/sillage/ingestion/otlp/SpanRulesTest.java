package dev.sillage.ingestion.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.ActivityWarning;
import dev.sillage.ingestion.otlp.SpanRules.Verdict;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanRulesTest {
    private static final String TRACE = "5b8efff798038103d269b633813fc60c";

    private final SpanRules rules = new SpanRules();

    @ParameterizedTest
    @CsvSource({
        "gen_ai.operation.name, chat, LLM_INFERENCE",
        "gen_ai.operation.name, text_completion, LLM_INFERENCE",
        "gen_ai.operation.name, generate_content, LLM_INFERENCE",
        "gen_ai.operation.name, embeddings, EMBEDDING",
        "llm.request.type, chat, LLM_INFERENCE",
        "llm.request.type, completion, LLM_INFERENCE",
        "llm.request.type, embedding, EMBEDDING",
        "gen_ai.operation.name, CHAT, LLM_INFERENCE"
    })
    void theOperationSaysTheKind(String attribute, String operation, ActivityKind kind) {
        assertThat(call(attribute, operation, "gen_ai.usage.input_tokens", 5).kind())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create_agent",
                "invoke_agent",
                "invoke_workflow",
                "execute_tool",
                "retrieval",
                "plan",
                "update_memory",
                "search_memory",
                "memory_store"
            })
    void whatHappensAroundCallsIsNeverCounted(String operation) {
        assertThat(judge("gen_ai.operation.name", operation, "gen_ai.usage.input_tokens", 5))
                .isEqualTo(new Verdict.Ignored(false));
    }

    @ParameterizedTest
    @EnumSource(
            value = SpanAttribute.class,
            names = {
                "INPUT_TOKENS",
                "OUTPUT_TOKENS",
                "CACHE_READ",
                "CACHE_CREATION",
                "REASONING",
                "IMAGE_INPUT",
                "AUDIO_INPUT",
                "AUDIO_OUTPUT"
            })
    void everySpellingOfACountIsRead(SpanAttribute attribute) {
        for (String name : attribute.names()) {
            Usage usage = call(
                            "gen_ai.operation.name",
                            "chat",
                            attribute == SpanAttribute.INPUT_TOKENS ? "other" : "gen_ai.usage.input_tokens",
                            1000,
                            name,
                            7)
                    .usage();

            assertThat(count(usage, attribute)).as(name).isEqualTo(7);
        }
    }

    private static Long count(Usage usage, SpanAttribute attribute) {
        return switch (attribute) {
            case INPUT_TOKENS -> usage.input();
            case OUTPUT_TOKENS -> usage.output();
            case CACHE_READ -> usage.cacheRead();
            case CACHE_CREATION -> usage.cacheCreation();
            case REASONING -> usage.reasoning();
            case IMAGE_INPUT -> usage.imageInput();
            case AUDIO_INPUT -> usage.audioInput();
            case AUDIO_OUTPUT -> usage.audioOutput();
            default -> throw new IllegalArgumentException(attribute.name());
        };
    }

    @Test
    void theCurrentSpellingWinsWhateverTheOrder() {
        assertThat(chat("gen_ai.usage.prompt_tokens", 1, "gen_ai.usage.input_tokens", 2)
                        .usage()
                        .input())
                .isEqualTo(2);
        assertThat(chat("gen_ai.usage.input_tokens", 2, "gen_ai.usage.prompt_tokens", 1)
                        .usage()
                        .input())
                .isEqualTo(2);
    }

    @Test
    void countsMayBeDoublesOrTextsAsLongAsTheyAreWhole() {
        assertThat(chat("gen_ai.usage.input_tokens", 12.0).usage().input()).isEqualTo(12);
        assertThat(chat("gen_ai.usage.input_tokens", "12").usage().input()).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"many", "1.5", "", "99999999999999999999"})
    void aCountThatIsNoneIsRefusedUnderItsName(String value) {
        assertThatThrownBy(() -> chat("gen_ai.usage.input_tokens", value))
                .isInstanceOf(ItemRefusedException.class)
                .hasMessageContaining("gen_ai.usage.input_tokens");
    }

    @Test
    void aFractionOfATokenIsRefused() {
        assertThatThrownBy(() -> chat("gen_ai.usage.output_tokens", 1.5)).isInstanceOf(ItemRefusedException.class);
    }

    @Test
    void cachedTokensThatTheInputLeavesOutAreAddedWithAWarning() {
        ModelCall call = chat(
                "gen_ai.usage.input_tokens", 100,
                "gen_ai.usage.cache_read.input_tokens", 80,
                "gen_ai.usage.cache_creation.input_tokens", 21);

        assertThat(call.usage().input()).isEqualTo(201);
        assertThat(call.warnings()).contains(ActivityWarning.INPUT_TOKENS_EXCLUSIVE_OF_CACHE);
    }

    @Test
    void cachedTokensThatFillTheInputAreTakenAsPartOfIt() {
        ModelCall call = chat("gen_ai.usage.input_tokens", 100, "gen_ai.usage.cache_read.input_tokens", 100);

        assertThat(call.usage().input()).isEqualTo(100);
        assertThat(call.warnings()).doesNotContain(ActivityWarning.INPUT_TOKENS_EXCLUSIVE_OF_CACHE);
    }

    @Test
    void hugeCachesStayOutOfEveryRangeInsteadOfTurningNegative() {
        ModelCall call = chat(
                "gen_ai.usage.input_tokens", 1,
                "gen_ai.usage.cache_read.input_tokens", Long.MAX_VALUE,
                "gen_ai.usage.cache_creation.input_tokens", Long.MAX_VALUE);

        assertThat(call.usage().input()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void theTotalTellsTheMissingPart() {
        assertThat(chat("gen_ai.usage.input_tokens", 30, "llm.usage.total_tokens", 100)
                        .usage()
                        .output())
                .isEqualTo(70);
        assertThat(chat("gen_ai.usage.output_tokens", 30, "gen_ai.usage.total_tokens", 100)
                        .usage()
                        .input())
                .isEqualTo(70);
        assertThat(call("llm.request.type", "embedding", "llm.usage.total_tokens", 9)
                        .usage()
                        .input())
                .isEqualTo(9);
    }

    @Test
    void aTotalAloneIsRefusedRatherThanGuessedAt() {
        assertThatThrownBy(() -> chat("llm.usage.total_tokens", 100)).hasMessageContaining("told apart");
    }

    @Test
    void theComingAttributesByModalityMakeUpTheInput() {
        Usage usage = chat(
                        "gen_ai.usage.text.input_tokens", 10,
                        "gen_ai.usage.image.input_tokens", 20,
                        "gen_ai.usage.video.input_tokens", 30,
                        "gen_ai.usage.text.output_tokens", 4,
                        "gen_ai.usage.audio.output_tokens", 5)
                .usage();

        assertThat(usage.input()).isEqualTo(60);
        assertThat(usage.output()).isEqualTo(9);
        assertThat(usage.imageInput()).isEqualTo(20);
        assertThat(usage.audioOutput()).isEqualTo(5);
    }

    @Test
    void aMissingPartOfTheUsageIsSaid() {
        assertThat(chat("gen_ai.usage.input_tokens", 1).warnings()).contains(ActivityWarning.OUTPUT_TOKENS_MISSING);
        assertThat(chat("gen_ai.usage.output_tokens", 1).warnings()).contains(ActivityWarning.INPUT_TOKENS_MISSING);
        assertThat(call("gen_ai.operation.name", "embeddings", "gen_ai.usage.input_tokens", 1)
                        .warnings())
                .doesNotContain(ActivityWarning.OUTPUT_TOKENS_MISSING);
    }

    @Test
    void withoutUsageThereIsNoActivity() {
        assertThat(judge("gen_ai.operation.name", "chat", "gen_ai.request.model", "gpt-4o"))
                .isEqualTo(new Verdict.Ignored(false));
    }

    @Test
    void usageOfAnUnknownOperationIsIgnoredButNoticed() {
        assertThat(judge("gen_ai.operation.name", "divine", "gen_ai.usage.input_tokens", 5))
                .isEqualTo(new Verdict.Ignored(true));
        assertThat(judge("gen_ai.usage.output_tokens", 5)).isEqualTo(new Verdict.Ignored(true));
        assertThat(judge("gen_ai.system", "openai")).isEqualTo(new Verdict.Ignored(false));
    }

    @Test
    void imagesCountWithoutTokensUnlessTheCallFailed() {
        ModelCall made = chat("gen_ai.output.type", "image", "gen_ai.request.choice.count", 3);

        assertThat(made.kind()).isEqualTo(ActivityKind.IMAGE_GENERATION);
        assertThat(made.images()).isEqualTo(3);
        assertThat(judge("gen_ai.operation.name", "chat", "gen_ai.output.type", "image", "error.type", "timeout"))
                .isEqualTo(new Verdict.Ignored(false));
    }

    @Test
    void theModelThatAnsweredComesBeforeTheOneThatWasAskedFor() {
        ModelCall call = chat(
                "gen_ai.usage.input_tokens", 1, "gen_ai.request.model", "asked", "gen_ai.response.model", "answered");

        assertThat(call.model()).isEqualTo("answered");
        assertThat(call.requestModel()).isEqualTo("asked");
    }

    @ParameterizedTest
    @CsvSource({
        "OpenAI, openai",
        "az.ai.openai, azure_openai",
        "azure.ai.openai, azure_openai",
        "vertex_ai, google_genai",
        "GCP.Gemini, google_genai",
        "mistral_ai, mistralai",
        "aws.bedrock, aws"
    })
    void providersAreFoundByAllTheirNamesInAnyCase(String told, String provider) {
        ModelCall call = chat("gen_ai.usage.input_tokens", 1, "gen_ai.system", told);

        assertThat(call.provider()).isEqualTo(provider);
        assertThat(call.warnings()).doesNotContain(ActivityWarning.PROVIDER_UNKNOWN);
    }

    @Test
    void anUnknownProviderIsKeptAndAMissingOneSaid() {
        assertThat(chat("gen_ai.usage.input_tokens", 1, "gen_ai.provider.name", "Acme")
                        .provider())
                .isEqualTo("Acme");
        assertThat(chat("gen_ai.usage.input_tokens", 1).provider()).isEqualTo("unknown");
        assertThat(chat("gen_ai.usage.input_tokens", 1).warnings())
                .contains(ActivityWarning.PROVIDER_UNKNOWN, ActivityWarning.MODEL_MISSING);
    }

    @Test
    void aNameThatIsNoShortTextIsRefusedNotCutOff() {
        assertThatThrownBy(() -> chat("gen_ai.usage.input_tokens", 1, "gen_ai.request.model", "x".repeat(501)))
                .hasMessageContaining("gen_ai.request.model");
        assertThatThrownBy(() -> chat("gen_ai.usage.input_tokens", 1, "gen_ai.request.model", 4))
                .hasMessageContaining("gen_ai.request.model");
    }

    @Test
    void theDurationIsThatOfTheSpanAndLeftOutWhereItCannotBe() {
        assertThat(chat("gen_ai.usage.input_tokens", 1).durationSeconds()).isEqualTo(new BigDecimal("2.5"));
        String backwards = span("gen_ai.operation.name", "chat", "gen_ai.usage.input_tokens", 1)
                .replace("1795430400000000000", "1795430409000000000");
        assertThat(((Verdict.Counted) judgeSpan(backwards)).call().durationSeconds())
                .isNull();
    }

    @Test
    void aSpanWithoutAnEndOrAnIdentityIsRefused() {
        String span = span("gen_ai.operation.name", "chat", "gen_ai.usage.input_tokens", 1);

        for (String broken : List.of(
                span.replace("1795430402500000000", "0"),
                span.replace(TRACE, ""),
                span.replace(TRACE, "0".repeat(32)),
                span.replace(TRACE, "g".repeat(32)),
                span.replace(Payloads.spanId(1), "12"))) {
            assertThatThrownBy(() -> judgeSpan(broken)).as(broken).isInstanceOf(ItemRefusedException.class);
        }
    }

    private ModelCall chat(Object... attributes) {
        Object[] all = new Object[attributes.length + 2];
        all[0] = "gen_ai.operation.name";
        all[1] = "chat";
        System.arraycopy(attributes, 0, all, 2, attributes.length);
        return call(all);
    }

    private ModelCall call(Object... attributes) {
        return ((Verdict.Counted) judge(attributes)).call();
    }

    private Verdict judge(Object... attributes) {
        return judgeSpan(span(attributes));
    }

    private static String span(Object... attributes) {
        return Payloads.span(TRACE, 1, attributes);
    }

    private Verdict judgeSpan(String span) {
        byte[] body = Payloads.request(span).getBytes(StandardCharsets.UTF_8);
        return rules.judge(Encoding.JSON.traces(body, 1).get(0).spans().get(0), Map.of());
    }
}
