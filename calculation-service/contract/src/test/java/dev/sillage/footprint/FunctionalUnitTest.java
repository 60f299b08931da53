package dev.sillage.footprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionalUnitTest {

    @Test
    void aQuantityIsRoundedLikeAFigure() {
        FunctionalUnit third = FunctionalUnit.rounded("viewing-hour", 1.0 / 3);

        assertThat(third.quantity()).isEqualTo(new BigDecimal("0.333333333333"));
    }

    @Test
    void aWholeQuantityStaysWhole() {
        assertThat(FunctionalUnit.rounded("request", 3).quantity()).isEqualTo(new BigDecimal(3));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aQuantityThatCannotDivideIsRefused(double quantity) {
        assertThatThrownBy(() -> FunctionalUnit.rounded("request", quantity))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Request", "kg CO2", "-", "hour-", "h2"})
    void aUnitIsAWord(String unit) {
        assertThatThrownBy(() -> FunctionalUnit.rounded(unit, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
