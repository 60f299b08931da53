package dev.sillage.ingestion.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {
    private static final String SAMPLED = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void aSampledTraceIsCarriedWithItsState() {
        assertThat(TraceContext.of(SAMPLED, "rojo=00f067aa0ba902b7"))
                .isEqualTo(new TraceContext(SAMPLED, "rojo=00f067aa0ba902b7"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-and-more",
            })
    void whatIsNotSampledOrNotATraceIsLeftOut(String parent) {
        assertThat(TraceContext.of(parent, null)).isNull();
    }

    @Test
    void aStateThatIsTooLongOrNoTextIsLeftOutAlone() {
        assertThat(TraceContext.of(SAMPLED, "x".repeat(513))).isEqualTo(new TraceContext(SAMPLED, null));
        assertThat(TraceContext.of(SAMPLED, "caf\u00e9")).isEqualTo(new TraceContext(SAMPLED, null));
    }
}
