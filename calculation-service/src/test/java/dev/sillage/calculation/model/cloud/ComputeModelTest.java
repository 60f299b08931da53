package dev.sillage.calculation.model.cloud;

import static dev.sillage.calculation.model.cloud.CloudMethod.accelerators;
import static dev.sillage.calculation.model.cloud.CloudMethod.loaded;
import static dev.sillage.calculation.model.cloud.CloudMethod.machines;
import static dev.sillage.calculation.model.cloud.CloudMethod.measured;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sillage.activity.Compute;
import dev.sillage.calculation.model.Footprint;
import dev.sillage.calculation.model.Range;
import dev.sillage.calculation.model.Steps;
import dev.sillage.calculation.model.sheet.ExplanationCheck;
import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.Tier;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComputeModelTest {
    private final CloudMethod method = new CloudMethod();

    @Test
    void aMachineDrawsBetweenIdleAndFullLoadTimesThePueOfItsRegion() throws Exception {
        Steps steps = new Steps(method.explain(loaded(100, 0.25, null)));
        double idle = Steps.of(steps.named("processor-energy"), "Pmin", Range::central);
        double full = Steps.of(steps.named("processor-energy"), "Pmax", Range::central);
        double pue = Steps.of(steps.named("energy"), "PUE", Range::central);
        assertThat(steps.explanation()
                        .footprint()
                        .figures()
                        .get(Criterion.ENERGY)
                        .central())
                .isCloseTo(100 * (idle + 0.25 * (full - idle)) / 1000 * pue, within(1e-12));
        assertThat(pue).isBetween(1.05, 1.5);
        ExplanationCheck.check(steps.explanation());
    }

    @Test
    void onlyMemoryAboveThatOfTheServerIsAdded() throws Exception {
        double without = energy(loaded(96, 0.5, null));
        assertThat(energy(loaded(96, 0.5, 20.0))).isEqualTo(without);
        assertThat(energy(loaded(96, 0.5, 4000.0))).isGreaterThan(without * 2);
    }

    @Test
    void anAcceleratorIsFoundByTheNameThatItsDriverTells() throws Exception {
        Footprint h100 = method.footprint(accelerators("NVIDIA H100 80GB HBM3", 10));
        Footprint t4 = method.footprint(accelerators("Tesla T4", 10));
        assertThat(h100.warnings()).noneMatch(warning -> warning.startsWith("accelerator"));
        assertThat(h100.figures().get(Criterion.ENERGY).central())
                .isGreaterThan(5 * t4.figures().get(Criterion.ENERGY).central());
        ExplanationCheck.check(method.explain(accelerators("H100", 10)));
    }

    @Test
    void anAcceleratorThatNobodyKnowsCountsAsAnAverageOne() throws Exception {
        Footprint footprint = method.footprint(accelerators("Quantum 9000", 10));
        assertThat(footprint.warnings()).contains("accelerator-fallback");
        assertThat(footprint.figures().get(Criterion.ENERGY).central()).isGreaterThan(0.5);
    }

    @Test
    void energyThatWasMeasuredComesBeforeTheModel() throws Exception {
        Footprint footprint = method.footprint(measured(100, 2));
        assertThat(footprint.tier()).isEqualTo(Tier.MEASURED);
        assertThat(footprint.figures().get(Criterion.ENERGY).central()).isBetween(2.1, 2.5);
        assertThat(footprint.figures().get(Criterion.GHG_EMBODIED))
                .isEqualTo(method.footprint(machines("aws", "eu-west-3", 100))
                        .figures()
                        .get(Criterion.GHG_EMBODIED));
    }

    @Test
    void energyOfAMachineThatDidNotRunIsCountedAndSaidToBeOdd() throws Exception {
        Footprint footprint = method.footprint(measured(0, 2));
        assertThat(footprint.warnings()).contains("contradictory:time");
        assertThat(footprint.figures().get(Criterion.ENERGY).central()).isGreaterThan(2);
        assertThat(footprint.functionalUnit()).isNull();
    }

    @Test
    void aRegionBringsItsOwnGridMarketAndWater() throws Exception {
        Footprint paris = method.footprint(machines("aws", "eu-west-3", 100));
        Footprint virginia = method.footprint(machines("Amazon Web Services", "US-EAST-1", 100));
        assertThat(paris.zone()).isEqualTo("FRA");
        assertThat(virginia.zone()).isEqualTo("USA");
        assertThat(virginia.provider()).isEqualTo("aws");
        assertThat(virginia.figures().get(Criterion.GHG_OPERATIONAL_LOCATION).central())
                .isGreaterThan(4
                        * paris.figures()
                                .get(Criterion.GHG_OPERATIONAL_LOCATION)
                                .central());
        assertThat(paris.figures())
                .containsKeys(Criterion.WATER_ON_SITE, Criterion.WATER_OFF_SITE, Criterion.GHG_OPERATIONAL_MARKET);
    }

    @Test
    void aRegionThatNobodyKnowsFallsBackToTheWorldWithAWarning() throws Exception {
        Footprint footprint = method.footprint(machines("aws", "mars-1", 100));
        assertThat(footprint.zone()).isEqualTo("WOR");
        assertThat(footprint.warnings()).contains("region-fallback");
        assertThat(footprint.figures().get(Criterion.GHG_OPERATIONAL_LOCATION).central())
                .isPositive();
    }

    @Test
    void aCountryInPlaceOfARegionIsUnderstood() throws Exception {
        Footprint onSite = method.footprint(machines(null, "de", 100));
        assertThat(onSite.zone()).isEqualTo("DEU");
        assertThat(onSite.warnings()).contains("pue-assumed");
    }

    @Test
    void aRegionWithoutItsProviderIsRecognised() throws Exception {
        Footprint footprint = method.footprint(machines(null, "eu-west-3", 100));
        assertThat(footprint.zone()).isEqualTo("FRA");
        assertThat(footprint.warnings()).contains("provider-assumed:aws");
    }

    @Test
    void anArchitectureWhoseFiguresAreSuspectCountsAsAverage() throws Exception {
        Compute graviton = new Compute("aws", "eu-west-3", 100, null, null, null, null, "Graviton4", null);
        assertThat(method.footprint(graviton).warnings()).contains("architecture-fallback");
    }

    @Test
    void nothingToldButTimeIsComputedAndSaysWhatWasAssumed() throws Exception {
        Footprint footprint = method.footprint(new Compute(null, null, 10, null, null, null, null, null, null));
        assertThat(footprint.warnings()).contains("architecture-assumed", "pue-assumed", "no-data:water-on-site");
        assertThat(footprint.tier()).isEqualTo(Tier.CLASS);
        assertThat(List.copyOf(footprint.figures().values())).allMatch(range -> range.central() > 0);
        assertThat(footprint.figures()).doesNotContainKey(Criterion.ADPE);
    }

    private double energy(Compute compute) throws Exception {
        return method.footprint(compute).figures().get(Criterion.ENERGY).central();
    }
}
