package dev.sillage.calculation.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {

    @ParameterizedTest
    @CsvSource({
        "kWh, Wh, 1000",
        "W*h, kWh, 0.001",
        "gCO2e/kWh, kgCO2e/MWh, 1",
        "lbCO2e, kgCO2e, 0.45359237",
        "Wh/(token*Gparam), kWh/(token*param), 1e-12",
        "Mbit/s, GB/h, 0.45",
        "MJ/kWh, 1, 0.2777777777777778",
        "mm2, cm^2, 0.01",
        "W/TB, kWh/(GB*year), 0.00876",
    })
    void aValueIsConvertedBetweenUnitsOfOneDimension(String from, String to, double factor) {
        assertThat(Unit.parse(from).factorTo(Unit.parse(to))).isCloseTo(factor, within(factor * 1e-15));
    }

    @ParameterizedTest
    @CsvSource({"kWh, kgCO2e", "kg, kgCO2e", "L, km", "W, kWh", "gCO2e/kWh, gCO2e/GB"})
    void unitsOfDifferentDimensionsAreNeverConverted(String from, String to) {
        assertThatThrownBy(() -> Unit.parse(from).factorTo(Unit.parse(to)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(from)
                .hasMessageContaining(to);
    }

    @ParameterizedTest
    @CsvSource({"kwh", "gCO2e/", "W/(TB", "W)", "m^x", "''"})
    void aTextThatIsNoUnitIsRefusedWithItsText(String text) {
        assertThatThrownBy(() -> Unit.parse(text)).hasMessageContaining("'" + text + "'");
    }

    @Test
    void convertingThereAndBackGivesTheValue() {
        Unit one = Unit.parse("gCO2e/(kWh*year)");
        Unit other = Unit.parse("tCO2e/(MJ*s)");
        assertThat(one.factorTo(other) * other.factorTo(one)).isCloseTo(1, within(1e-15));
    }
}
