package dev.sillage.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.activity.LlmInference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TraceTest {
    private static final Instant END = Instant.parse("2026-11-23T12:00:00Z");

    private final List<DemoEvent> events = new Trace(TraceAssumption.load()).endingAt(END);

    @Test
    void everyRowOfBothFilesIsAnEventWithAnIdentityOfItsOwn() {
        assertThat(events).hasSize(28_185);
        assertThat(events).extracting(DemoEvent::id).doesNotHaveDuplicates();
        assertThat(events.stream().filter(e -> e.source().endsWith("conv"))).hasSize(19_366);
        assertThat(events.stream().filter(e -> e.source().endsWith("code"))).hasSize(8_819);
    }

    @Test
    void theFirstRowIsReadToTheLastDigit() {
        DemoEvent first = events.get(0);
        LlmInference request = (LlmInference) first.data();

        assertThat(first.id()).isEqualTo("azure-llm-2023-conv-00001");
        assertThat(first.source()).isEqualTo("urn:sillage:trace:azure-llm-2023-conv");
        assertThat(request.inputTokens()).isEqualTo(374);
        assertThat(request.outputTokens()).isEqualTo(44);
        assertThat(request.provider()).isEqualTo("azure.ai.openai");
        assertThat(first.labels())
                .isEqualTo(Map.of(
                        "application", "conversation", "environment", "demo", "project", "azure-llm-trace-2023"));
        assertThat(Duration.between(first.time(), events.get(1).time())).isEqualTo(Duration.parse("PT4.314579S"));
    }

    @Test
    void bothFilesMoveTogetherSoThatTheLastRequestIsAtTheEnd() {
        Instant last =
                events.stream().map(DemoEvent::time).max(Instant::compareTo).orElseThrow();
        DemoEvent firstConversation = events.get(0);
        DemoEvent firstCode = events.get(19_366);

        assertThat(last).isEqualTo(END);
        assertThat(firstCode.id()).isEqualTo("azure-llm-2023-code-00001");
        assertThat(Duration.between(firstConversation.time(), firstCode.time()))
                .isEqualTo(Duration.parse("PT1M17.29937S"));
    }

    @Test
    void theAssumptionSaysWhy() {
        assertThat(TraceAssumption.load().why()).contains("assum");
    }
}
