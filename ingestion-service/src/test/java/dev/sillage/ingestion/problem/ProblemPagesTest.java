package dev.sillage.ingestion.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.ingestion.Broker;
import dev.sillage.ingestion.Door;
import dev.sillage.ingestion.Door.Answer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@WithTestResource(Broker.class)
class ProblemPagesTest {

    @Test
    void everyTypeIsListed() {
        Answer answer = Door.send(Door.request("/problems").build());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().findValuesAsText("code"))
                .containsExactlyElementsOf(Arrays.stream(ProblemType.values())
                        .map(ProblemType::code)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void theAddressOfEachTypeExplainsIt(ProblemType type) {
        Answer answer = Door.send(Door.request(type.uri().toString()).build());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("title").asText()).isEqualTo(type.title());
        assertThat(answer.json().get("status").asInt()).isEqualTo(type.status());
    }

    @Test
    void aBrowserGetsAPage() {
        Answer answer = Door.send(Door.request("/problems")
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .build());

        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.text()).contains("<h1>", "/problems/out-of-range", "&quot;specversion&quot;");
    }

    @Test
    void theCodesNeverChange() {
        assertThat(Arrays.stream(ProblemType.values()).map(ProblemType::code))
                .contains("unsupported-media-type", "empty-batch", "event-too-large", "time-out-of-range")
                .contains("broker-unavailable", "saturated", "unknown-member", "malformed-json");
    }
}
