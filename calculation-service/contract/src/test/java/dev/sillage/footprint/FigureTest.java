package dev.sillage.footprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class FigureTest {

    @Property
    boolean aPublishedFigureIsWithinTheTwelfthDigitOfTheComputedOne(
            @ForAll @DoubleRange(min = 1, max = 10) @Scale(15) double digits,
            @ForAll @IntRange(min = -30, max = 12) int exponent) {
        double computed = digits * Math.pow(10, exponent);

        BigDecimal published = Figure.rounded(computed, computed, computed).central();

        return published.precision() <= Figure.SIGNIFICANT_DIGITS
                && Math.abs(published.doubleValue() - computed) <= 5.1e-12 * computed;
    }

    @Property
    boolean roundingKeepsTheOrderOfTheBounds(
            @ForAll @DoubleRange(min = 0, max = 1e6) double low,
            @ForAll @DoubleRange(min = 0, max = 1e6) double width) {
        Figure figure = Figure.rounded(low, low + width / 2, low + width);

        return figure.low().compareTo(figure.high()) <= 0;
    }

    @Test
    void boundsOutOfOrderAreRefused() {
        assertThatThrownBy(() -> Figure.rounded(2, 1, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFigureThatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> Figure.rounded(0, Double.NaN, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSameActivityHasTheSameFootprintIdAndAnotherMethodAnother() {
        ActivityReference activity = new ActivityReference("tenant", "/source", "1");

        assertThat(activity.footprintId("m", "f"))
                .isEqualTo(new ActivityReference("tenant", "/source", "1").footprintId("m", "f"))
                .isNotEqualTo(activity.footprintId("m2", "f"));
        assertThat(activity.digest().version()).isEqualTo(8);
        assertThat(activity.digest().variant()).isEqualTo(2);
    }
}
