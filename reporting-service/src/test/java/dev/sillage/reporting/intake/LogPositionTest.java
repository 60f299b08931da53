package dev.sillage.reporting.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogPositionTest {
    @Test
    void aPositionIsTopicPartitionAndOffset() {
        assertThat(LogPosition.parse("sillage.activities/5/9876543210"))
                .contains(new LogPosition("sillage.activities", 5, 9_876_543_210L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/", "//", "a/b/c", "a/1", "a/1/", "/1/2", "a/-1/2", "a/1/-2", "a/1/99999999999999999999"})
    void anythingElseIsNoPosition(String text) {
        assertThat(LogPosition.parse(text)).isEmpty();
    }
}
