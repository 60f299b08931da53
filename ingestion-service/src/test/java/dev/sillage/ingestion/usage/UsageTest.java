package dev.sillage.ingestion.usage;

import static dev.sillage.ingestion.StoredActivities.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sillage.ingestion.Broker;
import dev.sillage.ingestion.Door;
import dev.sillage.ingestion.Door.Answer;
import dev.sillage.ingestion.StoredActivities;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(Broker.class)
class UsageTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECRET = "the secret of the prompt";
    private static final String CHAT = """
            {"id":"@","object":"chat.completion","created":1764066000,"model":"gpt-4o-2024-08-06",
             "choices":[{"message":{"role":"assistant","content":"the secret of the prompt"}}],
             "usage":{"prompt_tokens":1874,"completion_tokens":392,"total_tokens":2266,
                      "prompt_tokens_details":{"cached_tokens":1024,"audio_tokens":0},
                      "completion_tokens_details":{"reasoning_tokens":64,"accepted_prediction_tokens":0}}}""";

    private final String id = UUID.randomUUID().toString();

    static Stream<Arguments> responses() {
        return Stream.of(
                Arguments.of("openai", "llm-inference", CHAT, """
                        {"provider":"openai","model":"gpt-4o-2024-08-06","inputTokens":1874,"outputTokens":392,
                         "cachedInputTokens":1024,"reasoningTokens":64,"audioInputTokens":0}"""),
                Arguments.of("openai", "llm-inference", """
                        {"id":"@","object":"response","created_at":1764066000,"model":"o4-mini","instructions":"the secret of the prompt",
                         "usage":{"input_tokens":300,"input_tokens_details":{"cached_tokens":100,"cache_write_tokens":50},
                                  "output_tokens":80,"output_tokens_details":{"reasoning_tokens":60},"total_tokens":380}}""", """
                        {"provider":"openai","model":"o4-mini","inputTokens":300,"outputTokens":80,
                         "cachedInputTokens":100,"cacheCreationInputTokens":50,"reasoningTokens":60}"""),
                Arguments.of("anthropic", "llm-inference", """
                        {"id":"@","type":"message","model":"claude-sonnet-4-5","content":[{"text":"the secret of the prompt"}],
                         "usage":{"input_tokens":120,"cache_read_input_tokens":20000,"cache_creation_input_tokens":500,
                                  "output_tokens":310,"service_tier":"standard","inference_geo":"us",
                                  "output_tokens_details":{"thinking_tokens":200}}}""", """
                        {"provider":"anthropic","model":"claude-sonnet-4-5","inputTokens":20620,"outputTokens":310,
                         "cachedInputTokens":20000,"cacheCreationInputTokens":500,"reasoningTokens":200,"zone":"USA"}"""),
                Arguments.of("mistral", "llm-inference", """
                        {"id":"@","object":"chat.completion","created":1764066000,"model":"mistral-small-2506",
                         "choices":[{"message":{"content":"the secret of the prompt"}}],
                         "usage":{"prompt_tokens":16,"completion_tokens":34,"total_tokens":50,"prompt_audio_seconds":null}}""", """
                        {"provider":"mistralai","model":"mistral-small-2506","inputTokens":16,"outputTokens":34}"""),
                Arguments.of("mistral", "embedding", """
                        {"id":"@","object":"list","created":1764066000,"model":"mistral-embed",
                         "data":[{"embedding":[0.1,0.2]}],"usage":{"prompt_tokens":15,"total_tokens":15}}""", """
                        {"provider":"mistralai","model":"mistral-embed","inputTokens":15}"""),
                Arguments.of("google", "llm-inference", """
                        {"responseId":"@","modelVersion":"gemini-2.5-flash","createTime":"2025-11-25T10:20:00Z",
                         "candidates":[{"content":{"parts":[{"text":"the secret of the prompt"}]}}],
                         "usageMetadata":{"promptTokenCount":100,"toolUsePromptTokenCount":7,"cachedContentTokenCount":40,
                                          "candidatesTokenCount":20,"thoughtsTokenCount":300,"totalTokenCount":427}}""", """
                        {"provider":"google_genai","model":"gemini-2.5-flash","inputTokens":107,"outputTokens":320,
                         "cachedInputTokens":40,"reasoningTokens":300}"""));
    }

    @ParameterizedTest
    @MethodSource("responses")
    void aResponseBecomesAnActivityByItsUsageAlone(String api, String kind, String response, String data)
            throws IOException {
        Answer answer = post(api, response.replace("@", id));

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        ConsumerRecord<byte[], byte[]> stored = stored(api, id);
        assertThat(header(stored, "ce_type")).isEqualTo("dev.sillage.activity." + kind + ".v1");
        assertThat(JSON.readTree(stored.value())).isEqualTo(JSON.readTree(data));
        assertThat(new String(stored.value(), UTF_8) + answer.text()).doesNotContain(SECRET);
        if (api.equals("anthropic")) {
            assertThat(header(stored, "ce_warnings")).isEqualTo("time-assumed");
        } else {
            assertThat(header(stored, "ce_time")).startsWith("2025-11-25T");
        }
    }

    @Test
    void whatTheResponseDoesNotSayTheQueryCan() throws IOException {
        String images = """
                {"created":1764066000,"data":[{"b64_json":"AAAA"},{"b64_json":"AAAA"}],
                 "usage":{"input_tokens":50,"output_tokens":2112,"total_tokens":2162}}""";

        Answer answer = post("openai?id=" + id + "&model=gpt-image-1&label=team:design", images);

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        ConsumerRecord<byte[], byte[]> stored = stored("openai", id);
        assertThat(header(stored, "ce_type")).isEqualTo("dev.sillage.activity.image-generation.v1");
        assertThat(JSON.readTree(stored.value())).isEqualTo(JSON.readTree("""
                {"provider":"openai","model":"gpt-image-1","images":2,"inputTokens":50,"outputTokens":2112,
                 "labels":{"team":"design"}}"""));
    }

    @Test
    void ofAnArrayTheBadOnesCostOnlyThemselves() {
        String bad = CHAT.replace("1874", "-1").replace("@", id + "-b");
        String text = CHAT.replace("392", "\"many\"").replace("@", id + "-c");

        Answer answer = post(
                "openai",
                "[" + CHAT.replace("@", id + "-a") + "," + bad + "," + text + ",7,{\"id\":\"x\"},"
                        + CHAT.replace("@", id + "-d") + "]");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().path("accepted").asInt()).isEqualTo(2);
        assertThat(answer.codes())
                .containsExactly("out-of-range", "wrong-type", "event-not-an-object", "missing-member");
        assertThat(answer.json().path("problems").findValuesAsText("pointer"))
                .containsExactly("/usage/prompt_tokens", "/usage/completion_tokens", "", "/usage");
        assertThat(stored("openai", id + "-a")).isNotNull();
        assertThat(stored("openai", id + "-d")).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nobody           | {}                       | 404 | not-found",
                "openai           | {                        | 400 | malformed-json",
                "openai           | {}{}                     | 400 | malformed-json",
                "openai           | {\"id\":\"a\",\"id\":\"b\"} | 400 | malformed-json",
                "openai           | []                       | 400 | empty-batch",
                "openai           | {}                       | 400 | missing-member",
                "openai?id=a      | [{},{}]                  | 400 | bad-request",
                "openai?label=x   | {}                       | 400 | invalid-labels",
            })
    void whatCannotBeReadIsAnsweredWithTheReason(String api, String body, int status, String code) {
        Answer answer = post(api, body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    private static Answer post(String api, String body) {
        return Door.send(Door.request("/v1/usage/" + api)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static ConsumerRecord<byte[], byte[]> stored(String api, String id) {
        Api known = Api.ofWord(api).orElseThrow();
        // Other tests send responses of the same API, some of them more than once.
        List<ConsumerRecord<byte[], byte[]>> found = StoredActivities.all().stream()
                .filter(record -> known.source().equals(header(record, "ce_source")))
                .filter(record -> id.equals(header(record, "ce_id")))
                .toList();
        assertThat(found).hasSizeLessThanOrEqualTo(1);
        return found.isEmpty() ? null : found.get(0);
    }
}
