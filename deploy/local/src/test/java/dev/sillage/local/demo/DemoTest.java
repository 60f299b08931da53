package dev.sillage.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoTest {
    private static final Shift SHIFT = new Shift(Instant.parse("2026-11-23T12:34:56Z"));

    @Test
    void aReplayRepeatsTheSameEventsByteForByte() throws Exception {
        assertThat(digest(Demo.endingAt(SHIFT))).isEqualTo(digest(Demo.endingAt(SHIFT)));
    }

    @Test
    void anEventIsACloudEventWithItsLabelsInTheData() throws Exception {
        String line = new String(Demo.endingAt(SHIFT).lines().get(0), StandardCharsets.UTF_8);

        JsonNode event = new ObjectMapper().readTree(line);

        assertThat(line).doesNotContain("\n", "null");
        assertThat(event.path("specversion").asText()).isEqualTo("1.0");
        assertThat(event.path("type").asText()).isEqualTo("dev.sillage.activity.llm-inference.v1");
        assertThat(event.path("datacontenttype").asText()).isEqualTo("application/json");
        assertThat(Instant.parse(event.path("time").asText())).isBefore(SHIFT.end());
        assertThat(event.path("data").path("labels").path("environment").asText())
                .isEqualTo("demo");
        assertThat(event.path("data").path("inputTokens").asLong()).isEqualTo(374);
        assertThat(event.path("data").size()).isEqualTo(5);
    }

    @Test
    void thePeriodIsInWholeMinutesAndHoldsEveryEvent() {
        Demo demo = Demo.endingAt(SHIFT);

        assertThat(demo.to()).isEqualTo(Instant.parse("2026-11-23T12:35:00Z"));
        assertThat(demo.from()).isBetween(Instant.parse("2026-11-23T03:34:00Z"), Instant.parse("2026-11-23T03:45:00Z"));
        assertThat(demo.from().getEpochSecond() % 60).isZero();
        assertThat(demo.lines()).hasSize(demo.size());
    }

    private static byte[] digest(Demo demo) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        List<byte[]> lines = demo.lines();
        lines.forEach(digest::update);
        return digest.digest();
    }
}
