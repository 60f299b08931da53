package dev.sillage.footprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class DecimalRoundingTest {
    private static final MathContext ROUNDING = new MathContext(12, RoundingMode.HALF_EVEN);

    private static void agrees(double value) {
        BigDecimal slowly = new BigDecimal(value, ROUNDING);
        BigDecimal quickly = DecimalRounding.quickly(value);

        assertThat(quickly == null ? slowly : quickly).isEqualTo(slowly);
    }

    /** Equal in digits and in scale, so that a footprint keeps its bytes. */
    @Property(tries = 20_000)
    void theQuickWayAgreesWithTheSlowWay(
            @ForAll @DoubleRange(min = 1, max = 10) double mantissa,
            @ForAll @DoubleRange(min = -13, max = 13) double exponent) {
        agrees(mantissa * Math.pow(10, Math.rint(exponent)));
    }

    @Property(tries = 20_000)
    void itAgreesNearTies(@ForAll @DoubleRange(min = 1e11, max = 1e12) double digits) {
        double tie = Math.floor(digits) + 0.5;
        for (int power = 0; power <= 22; power++) {
            double value = tie / Math.pow(10, power);
            agrees(value);
            agrees(Math.nextUp(value));
            agrees(Math.nextDown(value));
        }
    }

    @Test
    void itAgreesWhereDigitsEndOrCarry() {
        for (double value : new double[] {
            0,
            -0.0,
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            0.5,
            1,
            10,
            1e11,
            1e12,
            1e-11,
            1e-22,
            0.1,
            0.3,
            999999999999.9,
            0.9999999999999,
            0.99999999999949,
            9.99999999999951e-5,
            123456789012.5,
            123456789013.5
        }) {
            agrees(value);
        }
    }

    @Test
    void mostFiguresTakeTheQuickWay() {
        int quick = 0;
        for (int i = 1; i <= 1000; i++) {
            quick += DecimalRounding.quickly(1e-5 * Math.sqrt(i)) == null ? 0 : 1;
        }

        assertThat(quick).isGreaterThan(950);
    }
}
