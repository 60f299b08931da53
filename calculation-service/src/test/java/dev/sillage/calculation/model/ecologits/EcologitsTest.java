package dev.sillage.calculation.model.ecologits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sillage.activity.DeviceUse;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.model.Footprint;
import dev.sillage.calculation.model.Methodology;
import dev.sillage.calculation.model.NotComputableException;
import dev.sillage.calculation.model.Range;
import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.Tier;
import org.junit.jupiter.api.Test;

class EcologitsTest {
    private static final FactorCatalogue CATALOGUE = FactorCatalogue.load();
    private static final Requests GPT_4O = Requests.to("openai", "gpt-4o");

    private final Methodology march = Ecologits.march2026(CATALOGUE);
    private final Methodology september = Ecologits.september2026(CATALOGUE);

    @Test
    void marketBasedGreenhouseGasesAreAbsentAndNamed() throws Exception {
        Footprint footprint = september.footprint(GPT_4O.activity());

        assertThat(footprint.figures())
                .doesNotContainKey(Criterion.GHG_OPERATIONAL_MARKET)
                .hasSize(7);
        assertThat(footprint.warnings()).contains("no-data:ghg-operational-market");
    }

    @Test
    void severalRequestsAreSoManyTimesTheAverageRequest() throws Exception {
        Footprint one = september.footprint(GPT_4O.tokens(1000, 400).activity());
        Footprint ten =
                september.footprint(GPT_4O.tokens(10_000, 4000).times(10).activity());

        assertThat(ten.warnings()).contains("aggregated");
        assertThat(one.warnings()).doesNotContain("aggregated");
        one.figures().forEach((criterion, figure) -> {
            assertThat(ten.figures().get(criterion).low()).isCloseTo(10 * figure.low(), relative(figure.low()));
            assertThat(ten.figures().get(criterion).high()).isCloseTo(10 * figure.high(), relative(figure.high()));
        });
    }

    @Test
    void aMeasuredEnergyBeatsTheModelAndPueComesOnTop() throws Exception {
        Footprint footprint = september.footprint(GPT_4O.measuredAs(0.001).activity());

        assertThat(footprint.tier()).isEqualTo(Tier.MEASURED);
        assertThat(footprint.figures().get(Criterion.ENERGY)).isEqualTo(Range.exactly(1.2 * 0.001));
        assertThat(footprint.figures().get(Criterion.WATER_ON_SITE)).isEqualTo(Range.exactly(0.001 * 0.569));
        assertThat(footprint.figures().get(Criterion.GHG_EMBODIED).low()).isPositive();
    }

    @Test
    void aMeasuredEnergyIsOfAllRequestsTogether() throws Exception {
        Footprint footprint =
                september.footprint(GPT_4O.measuredAs(0.001).times(4).activity());

        assertThat(footprint.figures().get(Criterion.ENERGY).central()).isCloseTo(0.0012, within(1e-15));
    }

    @Test
    void aMeasuredDurationCapsTheModelledTime() throws Exception {
        Range unmeasured = september.footprint(GPT_4O.activity()).figures().get(Criterion.GHG_EMBODIED);
        Range quick =
                september.footprint(GPT_4O.within(0.5).activity()).figures().get(Criterion.GHG_EMBODIED);
        Range slow =
                september.footprint(GPT_4O.within(1e6).activity()).figures().get(Criterion.GHG_EMBODIED);

        assertThat(quick.high()).isLessThan(unmeasured.low());
        assertThat(slow).isEqualTo(unmeasured);
    }

    @Test
    void theInputCountsInSeptemberOnly() throws Exception {
        Requests more = GPT_4O.tokens(100_000, 400);

        assertThat(march.footprint(more.activity())).isEqualTo(march.footprint(GPT_4O.activity()));
        assertThat(september
                        .footprint(more.activity())
                        .figures()
                        .get(Criterion.ENERGY)
                        .low())
                .isGreaterThan(september
                        .footprint(GPT_4O.activity())
                        .figures()
                        .get(Criterion.ENERGY)
                        .low());
    }

    @Test
    void marchCountsPueTwiceInTheWater() throws Exception {
        Footprint footprint = march.footprint(GPT_4O.activity());
        Range energy = footprint.figures().get(Criterion.ENERGY);

        assertThat(footprint.figures().get(Criterion.WATER_ON_SITE).low())
                .isCloseTo(energy.low() * 0.569, relative(energy.low()));
        assertThat(footprint.figures().get(Criterion.WATER_OFF_SITE).low())
                .isCloseTo(energy.low() * (1.2 * 3.1321), relative(energy.low()));
    }

    @Test
    void aZeroIsNeverSilent() throws Exception {
        Footprint nothing =
                march.footprint(Requests.to("openai", null).tokens(0, 0).activity());
        Footprint untimed = march.footprint(GPT_4O.within(0).activity());
        Footprint unmetered = march.footprint(GPT_4O.measuredAs(0).activity());

        assertThat(nothing.warnings()).contains("zero-energy");
        assertThat(untimed.warnings()).contains("zero-latency");
        assertThat(unmetered.warnings()).contains("zero-energy");
    }

    @Test
    void anotherKindIsNotComputed() {
        assertThatThrownBy(() -> march.footprint(new DeviceUse("laptop", 1, null)))
                .isInstanceOfSatisfying(NotComputableException.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo("kind-not-computed"));
    }

    private static org.assertj.core.data.Offset<Double> relative(double value) {
        return within(1e-13 * value);
    }
}
