package dev.sillage.activity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ActivityIdentityTest {

    @Test
    void partsThatOnlyTogetherReadTheSameAreDifferentEvents() {
        ActivityIdentity one = new ActivityIdentity("tenant", "a", "bc");

        ActivityIdentity other = new ActivityIdentity("tenant", "ab", "c");

        assertThat(one.key()).isNotEqualTo(other.key());
    }

    @Test
    void aLabelNameBeginsWithALetterAndHasNoSpaces() {
        assertThat(Labels.isName("cost-centre.eu_1")).isTrue();
        assertThat(Labels.isName("1team")).isFalse();
        assertThat(Labels.isName("two words")).isFalse();
        assertThat(Labels.isName("")).isFalse();
        assertThat(Labels.isName("x".repeat(Labels.MAX_NAME_LENGTH + 1))).isFalse();
    }
}
