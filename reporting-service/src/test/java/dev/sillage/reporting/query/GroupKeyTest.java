package dev.sillage.reporting.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupKeyTest {
    private static final int EACH = 30;

    @Test
    void keysOfTwoDimensionsHardlyShareHashes() {
        long different = IntStream.range(0, EACH * EACH)
                .map(i -> new GroupKey(Map.of("team", "team-" + i / EACH, "model", "model-" + i % EACH), false)
                        .hashCode())
                .distinct()
                .count();

        assertThat(different).isGreaterThan(EACH * EACH - 5L);
    }

    @Test
    void theOrderOfTheDimensionsDoesNotMatter() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("team", "search");
        values.put("model", "small");
        Map<String, String> turned = new LinkedHashMap<>();
        turned.put("model", "small");
        turned.put("team", "search");

        assertThat(new GroupKey(values, false))
                .isEqualTo(new GroupKey(turned, false))
                .hasSameHashCodeAs(new GroupKey(turned, false))
                .isNotEqualTo(new GroupKey(values, true));
    }
}
