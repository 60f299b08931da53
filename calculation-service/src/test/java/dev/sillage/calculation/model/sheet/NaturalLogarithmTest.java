package dev.sillage.calculation.model.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NaturalLogarithmTest {

    @Test
    void itAgreesWithTheLibraryToTheRoundingOfADouble() {
        Random random = new Random(2026);
        for (int i = 0; i < 100_000; i++) {
            double x = 1 + StrictMath.exp(40 * random.nextDouble() - 20);
            double expected = StrictMath.log(x);
            assertThat(NaturalLogarithm.of(x)).isCloseTo(expected, within(1e-15 * expected));
        }
        assertThat(NaturalLogarithm.of(1)).isZero();
        assertThat(NaturalLogarithm.of(Double.MAX_VALUE)).isCloseTo(709.782712893384, within(1e-12));
    }
}
