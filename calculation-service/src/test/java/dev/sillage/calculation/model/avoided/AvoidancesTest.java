package dev.sillage.calculation.model.avoided;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sillage.activity.Avoidance;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.model.Circumstances;
import dev.sillage.calculation.model.NotComputableException;
import dev.sillage.calculation.model.Range;
import dev.sillage.calculation.model.sheet.ExplanationCheck;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AvoidancesTest {
    private final Avoidances avoidances = new Avoidances(FactorCatalogue.load());

    @Test
    void litresAreThoseOfDieselFromWellToWheel() throws Exception {
        Avoided avoided = avoided(Claim.of("logistics", 1000, 900, "litre").claim());
        assertThat(avoided.secondOrderKgCo2e().central()).isCloseTo(310, within(1e-9));
        assertThat(avoided.zone()).isNull();
    }

    @Test
    void kilometresDependOnTheSpeed() throws Exception {
        Avoided slow =
                avoided(Claim.of("logistics", 1000, 0, "km").about("van").at(30).claim());
        Avoided fast =
                avoided(Claim.of("logistics", 1000, 0, "km").about("van").at(50).claim());
        assertThat(slow.secondOrderKgCo2e().central()).isCloseTo(226.165, within(1e-3));
        assertThat(fast.secondOrderKgCo2e().central()).isCloseTo(200.787, within(1e-3));
    }

    @Test
    void anUnknownVehicleIsTheLighterOne() throws Exception {
        Avoided ship =
                avoided(Claim.of("logistics", 1000, 0, "km").about("ship").claim());
        assertThat(ship.warnings()).contains("vehicle-assumed:van", "speed-assumed");
        assertThat(ship.secondOrderKgCo2e().central()).isCloseTo(200.787, within(1e-3));
    }

    @Test
    void aSpeedBeyondTheFitIsLimited() throws Exception {
        Avoided racing = avoided(
                Claim.of("logistics", 1000, 0, "km").about("truck").at(150).claim());
        assertThat(racing.warnings()).contains("speed-limited");
        assertThat(racing.secondOrderKgCo2e().central()).isCloseTo(879.479, within(1e-3));
    }

    @Test
    void foodIsThatOfItsKindOrOfTheCountrysWaste() throws Exception {
        Claim claim = Claim.of("food-waste", 100, 90, "kg");
        assertThat(central(claim.about("Beef"))).isCloseTo(280.0917, within(1e-9));
        assertThat(central(claim.in("FRA"))).isCloseTo(15.3, within(1e-9));
        assertThat(central(claim)).isCloseTo(25.38, within(1e-9));
        assertThat(avoided(claim.about("durian").claim()).warnings()).contains("food-fallback");
    }

    @Test
    void electricityCountsAtTheMarginAndShowsTheAverageBesideIt() throws Exception {
        Avoided avoided = avoided(
                Claim.of("energy-management", 2000, 1000, "kWh").in("fr").claim());
        assertThat(avoided.secondOrderKgCo2e().central()).isCloseTo(158, within(1e-9));
        assertThat(avoided.averageSecondOrderKgCo2e().central()).isCloseTo(44.18, within(1e-9));
        assertThat(avoided.zone()).isEqualTo("FRA");
    }

    @Test
    void withoutAMarginTheAverageCountsAndSaysSo() throws Exception {
        Avoided avoided =
                avoided(Claim.of("energy-management", 2000, 1000, "kWh").claim());
        assertThat(avoided.warnings()).contains("marginal-intensity-unknown");
        assertThat(avoided.secondOrderKgCo2e()).isEqualTo(avoided.averageSecondOrderKgCo2e());
    }

    @Test
    void aLongerLifeSparesAShareOfANewAsset() throws Exception {
        Claim claim = Claim.of("predictive-maintenance", 5, 7, "year").ofAsset(4200);
        assertThat(central(claim)).isCloseTo(4200 * (1.0 / 5 - 1.0 / 7), within(1e-9));
        assertThat(central(claim.saving(1000).in("FRA"))).isCloseTo(240 + 158, within(1e-9));
    }

    @Test
    void itsOwnFootprintAndReboundAreTakenOff() throws Exception {
        Claim claim = Claim.of("logistics", 1000, 900, "litre");
        Avoided net = avoided(claim.less(12.0, 8.0).claim());
        assertThat(net.avoidedKgCo2e().central()).isCloseTo(290, within(1e-9));
        assertThat(net.warnings()).isEmpty();
        Avoided gross = avoided(claim.claim());
        assertThat(gross.avoidedKgCo2e()).isEqualTo(gross.secondOrderKgCo2e());
        assertThat(gross.warnings()).contains("first-order-unknown", "rebound-unknown");
        assertThat(avoided(claim.less(null, 8.0).claim()).avoidedKgCo2e().central())
                .isCloseTo(302, within(1e-9));
    }

    @Test
    void whatGotWorseIsNegativeAndItsBoundsStayInOrder() throws Exception {
        Range added = avoided(
                        Claim.of("food-waste", 90, 100, "kg").less(1.0, 0.0).claim())
                .avoidedKgCo2e();
        assertThat(added.central()).isCloseTo(-26.38, within(1e-9));
        assertThat(added.low()).isLessThanOrEqualTo(added.central());
        assertThat(added.high()).isCloseTo(-21.6, within(1e-9));
    }

    @Test
    void tierThreeIsForInternalUseOnly() throws Exception {
        Claim claim = Claim.of("logistics", 1000, 900, "litre");
        assertThat(avoided(claim.tier("3")).publicUse()).isFalse();
        assertThat(avoided(claim.tier("3")).warnings()).contains("internal-only");
        assertThat(avoided(claim.tier("2")).publicUse()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "n/a", "None.", "unknown"})
    void aClaimWithoutABaselineOrEvidenceIsRefused(String nothing) {
        Claim claim = Claim.of("logistics", 1000, 900, "litre");
        assertThat(refusal(claim.substantiatedBy(nothing, "Tachographs."))).isEqualTo("unsubstantiated");
        assertThat(refusal(claim.substantiatedBy("The year before.", nothing))).isEqualTo("unsubstantiated");
    }

    @Test
    void whatCannotBeComparedIsRefused() {
        assertThat(refusal(Claim.of("logistics", 0, 900, "litre").claim())).isEqualTo("unsubstantiated");
        assertThat(refusal(Claim.of("predictive-maintenance", 5, 7, "year").claim()))
                .isEqualTo("unsubstantiated");
        assertThat(refusal(Claim.of("predictive-maintenance", 5, 0, "year")
                        .ofAsset(1)
                        .claim()))
                .isEqualTo("out-of-range");
        assertThat(refusal(Claim.of("food-waste", 5, 7, "kWh").claim())).isEqualTo("unit-does-not-fit");
        assertThat(refusal(Claim.of("logistics", 1e308, 1, "litre").claim())).isEqualTo("out-of-range");
    }

    @Test
    void everyStepCanBeRecomputedFromWhatItShows() throws Exception {
        for (Claim claim : List.of(
                Claim.of("logistics", 900, 1000, "km").about("truck").at(40).less(3.0, null),
                Claim.of("food-waste", 90, 100, "kg"),
                Claim.of("energy-management", 2000, 1000, "kWh").in("DEU").less(1.0, 2.0),
                Claim.of("predictive-maintenance", 7, 5, "year")
                        .ofAsset(10)
                        .saving(3)
                        .in("FRA"))) {
            AvoidedExplanation explanation = avoidances.explain(claim.claim(), Circumstances.NEWEST);
            ExplanationCheck.checkSteps(explanation.steps());
            assertThat(explanation
                            .steps()
                            .get(explanation.steps().size() - 1)
                            .result()
                            .range())
                    .isEqualTo(explanation.avoided().avoidedKgCo2e());
        }
    }

    private double central(Claim claim) throws Exception {
        return avoided(claim.claim()).secondOrderKgCo2e().central();
    }

    private Avoided avoided(Avoidance avoidance) throws Exception {
        return avoidances.avoided(avoidance, Circumstances.NEWEST);
    }

    private String refusal(Avoidance avoidance) {
        String[] reason = new String[1];
        assertThatThrownBy(() -> avoided(avoidance)).satisfies(e -> reason[0] = ((NotComputableException) e).reason());
        return reason[0];
    }
}
