package dev.sillage.calculation.model.ademe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sillage.activity.Activity;
import dev.sillage.activity.Email;
import dev.sillage.activity.VideoCall;
import dev.sillage.activity.VideoStreaming;
import dev.sillage.activity.WebSearch;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.model.Circumstances;
import dev.sillage.calculation.model.Explanation;
import dev.sillage.calculation.model.Footprint;
import dev.sillage.calculation.model.Methodology;
import dev.sillage.calculation.model.Steps;
import dev.sillage.calculation.model.sheet.ExplanationCheck;
import dev.sillage.footprint.Criterion;
import org.junit.jupiter.api.Test;

class AdemeAcceptanceTest {
    private static final FactorCatalogue CATALOGUE = FactorCatalogue.load();
    private static final double HOUR = 3600;

    private final Methodology method = Ademe.methodology(CATALOGUE);

    @Test
    void anHourOfHdStreamingIsWhatAdemePublishes() throws Exception {
        assertThat(grams(new VideoStreaming(HOUR, null, null, null, null, null)))
                .isCloseTo(67.8, within(0.05));
    }

    @Test
    void aPlainMailIsWhatAdemePublishes() throws Exception {
        assertThat(grams(new Email(75_000, 1, null, null, null, null, null, null, null)))
                .isCloseTo(1.94, within(0.005));
    }

    @Test
    void unreadSpamIsATwentiethOfIt() throws Exception {
        assertThat(grams(new Email(75_000, 1, null, null, null, true, null, null, null)))
                .isCloseTo(0.0928, within(0.0001));
    }

    @Test
    void anHourOfSdCallIsWhatAdemePublishes() throws Exception {
        assertThat(grams(new VideoCall(HOUR, 2, null, null, null, null))).isCloseTo(83.6, within(0.05));
    }

    @Test
    void anHourOf4kCallOfTwoIsNineTenthsOfAKilometreByCar() throws Exception {
        double call = grams(new VideoCall(HOUR, 2, "4K", null, "fixed", "FRA"));
        double car = CATALOGUE.factor("equivalence.car-thermal-km.ghg").central() * 1000;

        assertThat(call).isCloseTo(201, within(0.5));
        assertThat(call / car).isCloseTo(0.92, within(0.005));
    }

    @Test
    void aSearchIsWhatAdemePublishes() throws Exception {
        assertThat(grams(new WebSearch(1, null, null, null))).isCloseTo(1.083, within(0.0005));
    }

    @Test
    void useAndManufactureAreTheTotalAndTheNetworkIsSaidToHaveBoth() throws Exception {
        Activity call = new VideoCall(HOUR, 3, "HD", "tv", "mobile", "DEU");
        Footprint footprint = method.footprint(call, Circumstances.NEWEST);

        assertThat(1000
                        * (footprint
                                        .figures()
                                        .get(Criterion.GHG_OPERATIONAL_LOCATION)
                                        .central()
                                + footprint
                                        .figures()
                                        .get(Criterion.GHG_EMBODIED)
                                        .central()))
                .isCloseTo(grams(call), within(1e-9));
        assertThat(footprint.warnings())
                .contains("combined:network-use-and-manufacture", "zone-fallback", "no-data:energy");
        assertThat(footprint.zone()).isEqualTo("EU");
    }

    @Test
    void theDataCentreOfACallDoesNotGrowWithItsParticipants() throws Exception {
        assertThat(step(new VideoCall(HOUR, 9, null, null, null, null), "datacentre-use"))
                .isEqualTo(step(new VideoCall(HOUR, 2, null, null, null, null), "datacentre-use"));
    }

    private double grams(Activity activity) throws Exception {
        return step(activity, "total");
    }

    private double step(Activity activity, String name) throws Exception {
        Explanation explanation = method.explain(activity, Circumstances.NEWEST);
        ExplanationCheck.check(explanation);
        return new Steps(explanation).named(name).result().range().central();
    }
}
