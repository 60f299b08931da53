package dev.sillage.calculation.model.ccf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sillage.activity.Compute;
import dev.sillage.activity.DataTransfer;
import dev.sillage.activity.Storage;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.model.Footprint;
import dev.sillage.calculation.model.Methodology;
import dev.sillage.calculation.model.NotComputableException;
import dev.sillage.calculation.model.sheet.ExplanationCheck;
import dev.sillage.footprint.Criterion;
import org.junit.jupiter.api.Test;

class CcfTest {
    private final Methodology ccf = Ccf.methodology(FactorCatalogue.load());

    @Test
    void itsFiguresAreCentralValuesOnly() throws Exception {
        Footprint footprint = ccf.footprint(on("Skylake", 100, null));
        assertThat(footprint.figures().values()).allMatch(range -> range.low() == range.high());
        assertThat(footprint.figures())
                .containsOnlyKeys(Criterion.ENERGY, Criterion.GHG_OPERATIONAL_LOCATION, Criterion.GHG_EMBODIED);
        ExplanationCheck.check(ccf.explain(on("Skylake, Broadwell, EPYC 2nd Gen", 100, 1000.0)));
    }

    @Test
    void itsEnergyOfManufactureIsInNoFigure() throws Exception {
        Footprint footprint = ccf.footprint(on(null, 730, null));
        assertThat(footprint.figures().get(Criterion.ENERGY).central())
                .isCloseTo(730 * (0.74 + 0.5 * (3.5 - 0.74)) / 1000 * 1.135, within(1e-12));
    }

    @Test
    void severalProcessorsAreTheirMean() throws Exception {
        assertThat(energy("Skylake, Broadwell"))
                .isCloseTo((energy("Skylake") + energy("Broadwell")) / 2, within(1e-12));
    }

    @Test
    void theyAreTheirMedianWhenAnOldOneIsAmongThem() throws Exception {
        assertThat(energy("Ivy Bridge, Skylake, Cascade Lake"))
                .isNotCloseTo((energy("Ivy Bridge") + energy("Skylake") + energy("Cascade Lake")) / 3, within(1e-6));
    }

    @Test
    void theWattsThatItCopiedAreKept() throws Exception {
        assertThat(energy("Graviton4")).isCloseTo(energy("Graviton2"), within(1e-15));
        assertThat(ccf.footprint(on("Graviton4", 100, null)).warnings()).doesNotContain("architecture-fallback");
    }

    @Test
    void storageHasNoManufacture() throws Exception {
        Footprint footprint = ccf.footprint(new Storage("s3", "eu-west-3", 1000, 1, "ssd", null, null));
        assertThat(footprint.figures()).doesNotContainKey(Criterion.GHG_EMBODIED);
        assertThat(footprint.warnings()).contains("no-data:ghg-embodied");
        assertThat(footprint.figures().get(Criterion.ENERGY).central()).isCloseTo(1.2e-3 * 6 * 1.135, within(1e-12));
    }

    @Test
    void accessNetworksAreNotItsConcern() {
        assertThatThrownBy(() -> ccf.footprint(new DataTransfer(1000, "mobile", "FRA")))
                .isInstanceOf(NotComputableException.class)
                .hasMessageContaining("datacentre");
    }

    @Test
    void anUnknownRegionIsTheWorld() throws Exception {
        Compute mars = new Compute("gcp", "mars-1", 1, null, null, null, null, null, null);
        assertThat(ccf.footprint(mars).zone()).isEqualTo("WOR");
        assertThat(ccf.footprint(mars).warnings()).contains("zone-fallback");
    }

    private double energy(String architecture) throws Exception {
        return ccf.footprint(on(architecture, 100, null))
                .figures()
                .get(Criterion.ENERGY)
                .central();
    }

    private static Compute on(String architecture, double vcpuHours, Double memoryGbHours) {
        return new Compute("aws", "eu-west-3", vcpuHours, null, memoryGbHours, null, null, architecture, null);
    }
}
