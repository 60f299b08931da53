package dev.sillage.calculation.model.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ExponentialsTest {

    @Test
    void theLogarithmAgreesWithTheLibraryToTheRoundingOfADouble() {
        Random random = new Random(2026);
        for (int i = 0; i < 100_000; i++) {
            double x = 1 + StrictMath.exp(40 * random.nextDouble() - 20);
            double expected = StrictMath.log(x);
            assertThat(Exponentials.log(x)).isCloseTo(expected, within(2e-16 + 1e-15 * expected));
        }
        assertThat(Exponentials.log(1)).isZero();
        assertThat(Exponentials.log(Double.MAX_VALUE)).isCloseTo(709.782712893384, within(1e-12));
        assertThat(Exponentials.log(0.5)).isCloseTo(-StrictMath.log(2), within(1e-15));
        assertThat(Exponentials.log(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Exponentials.log(Double.NaN)).isNaN();
        assertThat(Exponentials.log(Double.POSITIVE_INFINITY)).isInfinite();
    }

    @Test
    void theExponentialAgreesWithTheLibraryToTheRoundingOfADouble() {
        Random random = new Random(2027);
        for (int i = 0; i < 100_000; i++) {
            double x = 30 * random.nextDouble() * random.nextDouble();
            double expected = StrictMath.exp(x);
            // A rounding of the argument, which grows with it, cannot be better than this.
            assertThat(Exponentials.exp(x)).isCloseTo(expected, within(1e-15 * Math.max(1, x / 4) * expected));
        }
        assertThat(Exponentials.exp(0)).isEqualTo(1);
        assertThat(Exponentials.exp(700)).isCloseTo(StrictMath.exp(700), within(1e-13 * StrictMath.exp(700)));
        assertThat(Exponentials.exp(710)).isInfinite();
        assertThat(Exponentials.exp(Double.NaN)).isNaN();
    }
}
