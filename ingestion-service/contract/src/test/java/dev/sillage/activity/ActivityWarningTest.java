package dev.sillage.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ActivityWarningTest {
    @Test
    void whatIsWrittenIsRead() {
        List<ActivityWarning> all = List.of(ActivityWarning.values());

        assertThat(ActivityWarning.read(ActivityWarning.write(all))).isEqualTo(all);
        assertThat(ActivityWarning.write(List.of(ActivityWarning.INPUT_TOKENS_MISSING)))
                .isEqualTo("input-tokens-missing");
    }

    @Test
    void wordsThatAreNoWarningArePassedOverAndRepeatedOnesCountOnce() {
        assertThat(ActivityWarning.read("model-missing  input-tokens model-missing MODEL-MISSING"))
                .containsExactly(ActivityWarning.MODEL_MISSING);
        assertThat(ActivityWarning.read("")).isEmpty();
    }
}
