package dev.sillage.footprint;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ActivityDataTest {

    private static String object(int bytes, String filling) {
        int times = (bytes - 8) / filling.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        return "{\"m\":\"" + filling.repeat(times) + "\"}";
    }

    @Test
    void dataOfTheLargestSizeAreKept() {
        assertThatCode(() -> ActivityData.check(object(ActivityData.MAX_BYTES, "a")))
                .doesNotThrowAnyException();
    }

    @Test
    void oneByteMoreIsTooMuch() {
        assertThatThrownBy(() -> ActivityData.check(object(ActivityData.MAX_BYTES + 1, "a")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bytesCountAndNotCharacters() {
        assertThatThrownBy(() -> ActivityData.check(object(ActivityData.MAX_BYTES + 8, "é")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void dataAreAnObject() {
        assertThatThrownBy(() -> ActivityData.check("[]")).isInstanceOf(IllegalArgumentException.class);
    }
}
