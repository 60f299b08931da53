package dev.sillage.local.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private static final Totals TOTALS = new Totals(Map.of(
            "email",
            Map.of(
                    "energy",
                    new Totals.Range(
                            new BigDecimal("0.10"),
                            new BigDecimal("0.2000000000000000000000000001"),
                            new BigDecimal("3")))));

    @Test
    void anAccountWhoseNumbersAgreeHasNoContradiction() {
        Summary summary = summary(10, 9, 1, new Counts(9, 8, 5, 3, 1));

        assertThat(summary.contradictions()).isEmpty();
    }

    @Test
    void eachEquationThatDoesNotHoldIsNamed() {
        assertThat(summary(10, 9, 0, new Counts(9, 8, 5, 3, 1)).contradictions())
                .containsExactly("accepted + refused = sent does not hold: 9 is not 10");
        assertThat(summary(9, 9, 0, new Counts(9, 8, 5, 3, 0)).contradictions())
                .containsExactly("computed + deadLettered = accepted does not hold: 8 is not 9");
        assertThat(summary(9, 9, 0, new Counts(9, 9, 5, 3, 0)).contradictions())
                .containsExactly("reported + duplicates = computed does not hold: 8 is not 9");
    }

    @Test
    void eventsWhoseFirstAnswerWasLostCountAsSentTwice() {
        Counts counts = new Counts(15, 15, 10, 5, 0);

        Summary summary = Summary.of(10, 10, 0, true, counts, Totals.NONE, Duration.ofSeconds(1));

        assertThat(summary.sent()).isEqualTo(15);
        assertThat(summary.accepted()).isEqualTo(15);
        assertThat(summary.contradictions()).isEmpty();
    }

    @Test
    void withoutARepeatNothingIsExplainedAway() {
        Counts counts = new Counts(15, 15, 15, 0, 0);

        Summary summary = Summary.of(10, 10, 0, false, counts, Totals.NONE, Duration.ofSeconds(1));

        assertThat(summary.contradictions()).hasSize(1);
    }

    @Test
    void theJsonIsOneLineWithEveryDecimalAsItWas() {
        String json = summary(10, 9, 1, new Counts(9, 8, 5, 3, 1)).toJson();

        assertThat(json)
                .isEqualTo("{\"sent\":10,\"accepted\":9,\"refused\":1,\"duplicates\":3,\"computed\":8,\"reported\":5,"
                        + "\"deadLettered\":1,\"totals\":{\"email\":{\"energy\":{\"low\":0.10,"
                        + "\"central\":0.2000000000000000000000000001,\"high\":3}}},"
                        + "\"seconds\":4.000,\"eventsPerSecond\":2.5}");
    }

    @Test
    void aRunWithoutEventsHasNoRate() {
        Summary summary = Summary.of(0, 0, 0, false, new Counts(0, 0, 0, 0, 0), Totals.NONE, Duration.ZERO);

        assertThat(summary.toJson()).endsWith("\"totals\":{},\"seconds\":0.000,\"eventsPerSecond\":0}");
        assertThat(summary.contradictions()).isEmpty();
    }

    private static Summary summary(long sent, long accepted, long refused, Counts counts) {
        return Summary.of(sent, accepted, refused, false, counts, TOTALS, Duration.ofSeconds(4));
    }
}
