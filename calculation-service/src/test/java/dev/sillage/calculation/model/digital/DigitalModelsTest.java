package dev.sillage.calculation.model.digital;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sillage.activity.Activity;
import dev.sillage.activity.DataTransfer;
import dev.sillage.activity.DeviceUse;
import dev.sillage.activity.Email;
import dev.sillage.activity.SocialFeed;
import dev.sillage.activity.VideoCall;
import dev.sillage.activity.VideoStreaming;
import dev.sillage.activity.WebPage;
import dev.sillage.calculation.model.Footprint;
import dev.sillage.calculation.model.OwnFactors;
import dev.sillage.calculation.model.Steps;
import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.Tier;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitalModelsTest {
    private static final double HOUR = 3600;

    @Test
    void anHourOfHdOnALaptopAndAFixedLineIsWhatTheMethodologySays() throws Exception {
        Activity film = watch("HD", "laptop", "fixed", "FRA");

        assertThat(Digital.step(film, "device-energy") * 1000).isCloseTo(26.5, within(1e-9));
        assertThat(Digital.step(film, "network-by-data") * 1000).isCloseTo(90, within(1e-9));
        assertThat(Digital.step(film, "router-energy") * 1000).isCloseTo(5, within(1e-9));
        assertThat(Digital.step(film, "datacentre-energy") * 1000).isCloseTo(5.841, within(1e-9));
        // 185.09 kg over 5475 h, 3 GB x 2.14 g network, 0.2366362 g data centre
        assertThat(Digital.figure(film, Criterion.GHG_EMBODIED).central())
                .isCloseTo(0.18509 / 5.475 + 0.00642 + 0.0002366362, within(1e-12));
    }

    @Test
    void whatIsToldAndKnownIsOfTheRegistryAndTheRestOfAClass() throws Exception {
        assertThat(Digital.footprint(watch("HD", "laptop", "fixed", "FRA")).tier())
                .isEqualTo(Tier.REGISTRY);
        Footprint untold = Digital.footprint(watch(null, null, null, null));

        assertThat(untold.tier()).isEqualTo(Tier.CLASS);
        assertThat(untold.zone()).isEqualTo("WOR");
    }

    @Test
    void whatIsToldAndNotKnownIsNamedAndCountsAsUsual() throws Exception {
        Footprint strange = Digital.footprint(watch("holographic", "toaster", "fixed", "Atlantis"));
        Footprint usual = Digital.footprint(watch(null, null, "fixed", null));

        assertThat(strange.warnings()).contains("quality-fallback", "device-fallback", "zone-fallback");
        assertThat(strange.figures()).isEqualTo(usual.figures());
    }

    @Test
    void aTenantsOwnLifeOfDevicesSpreadsTheirManufacture() throws Exception {
        Activity use = new DeviceUse("laptop", 1, "FRA");
        Footprint own = Digital.METHOD.footprint(
                use, new OwnFactors().set("device.laptop.lifetime", "year", 10).circumstances());

        assertThat(own.figures().get(Criterion.GHG_EMBODIED).central())
                .isCloseTo(Digital.figure(use, Criterion.GHG_EMBODIED).central() / 2, within(1e-12));
        assertThat(own.warnings()).contains("own-factor:device.laptop.lifetime");
    }

    @Test
    void underThePowerModelALowerResolutionSavesNearlyNothing() throws Exception {
        OwnFactors power = new OwnFactors().set("network.model", "1", 2);
        double hd = networkWh(watch("HD", "tv", "fixed", "FRA"), power);
        double sd = networkWh(watch("SD", "tv", "fixed", "FRA"), power);

        assertThat(hd).isCloseTo(9.75, within(1e-9));
        assertThat(sd).isCloseTo(9.55 + 0.03 * 0.7 / 0.45, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"1080p,3", "720p,0.7", "240p,0.3", "1440p,4.2", "4K,7", "1920x1080,3", "Full HD,3", "low,0.3"})
    void resolutionsAreUnderstood(String quality, double gigabytes) throws Exception {
        assertThat(Digital.step(watch(quality, "tv", "fixed", "FRA"), "volume")).isCloseTo(gigabytes, within(1e-12));
    }

    @Test
    void theDataCentreOfACallServesEveryParticipant() throws Exception {
        assertThat(Digital.step(new VideoCall(HOUR, 4, "HD", null, "fixed", "FRA"), "datacentre-energy"))
                .isEqualTo(2 * Digital.step(new VideoCall(HOUR, 2, "HD", null, "fixed", "FRA"), "datacentre-energy"));
    }

    @Test
    void anHourOfTiktokIsWhatTheMethodologySays() throws Exception {
        Activity feed = new SocialFeed(HOUR, "TikTok", null, "fixed", "FRA");

        assertThat(Digital.figure(feed, Criterion.ENERGY).central() * 1000)
                .isCloseTo(0.84 * 30 + 5 + 4.5 + 0.84 * 1.947, within(1e-9));
        assertThat(Digital.footprint(new SocialFeed(HOUR, "somebook", null, null, null))
                        .warnings())
                .contains("app-fallback");
    }

    @Test
    void theDataCentreKeepsTheMailOfSenderAndRecipients() throws Exception {
        Activity mail = new Email(1_000_000_000, 3, null, null, 10.0, false, null, null, "FRA");

        // 4 mailboxes of 1 GB, 0.65 W/TB, 10 years of 8760 h, 3 copies; 40 kg/TB over 5 years.
        assertThat(Digital.step(mail, "storage-energy")).isCloseTo(4e-3 * 0.65 * 87.6 * 3, within(1e-12));
        assertThat(Digital.step(mail, "storage-embodied")).isCloseTo(4e-3 * 40 * 2 * 3, within(1e-12));
    }

    @Test
    void spamIsNeitherWrittenNorReadUnlessTheEventSaysSo() throws Exception {
        Email spam = new Email(75_000, 1, null, null, null, true, null, null, "FRA");
        Email read = new Email(75_000, 1, 1.0, null, null, true, null, null, "FRA");

        assertThat(Digital.step(spam, "device-energy")).isZero();
        assertThat(Digital.step(read, "device-energy")).isPositive();
        assertThat(Digital.footprint(read).warnings()).contains("contradictory:spam");
    }

    @Test
    void aToldMixIsScaledToOne() throws Exception {
        Footprint half = Digital.footprint(withMix(Map.of("laptop", 0.5)));

        assertThat(half.figures())
                .isEqualTo(Digital.footprint(withMix(Map.of("laptop", 1.0))).figures());
    }

    @Test
    void greenHostingMovesTheMarketBasedFigureOnly() throws Exception {
        Footprint green = Digital.footprint(new WebPage(2_200_000, 1, true, "FRA"));
        Footprint untold = Digital.footprint(new WebPage(2_200_000, 1, null, "FRA"));

        assertThat(green.figures().get(Criterion.GHG_OPERATIONAL_LOCATION))
                .isEqualTo(untold.figures().get(Criterion.GHG_OPERATIONAL_LOCATION));
        assertThat(green.figures().get(Criterion.GHG_OPERATIONAL_MARKET).central())
                .isLessThan(
                        green.figures().get(Criterion.GHG_OPERATIONAL_LOCATION).central());
        assertThat(untold.warnings()).contains("no-data:ghg-operational-market");
    }

    @Test
    void dataBetweenDataCentresHasItsOverheadAndNoFigureOfManufacture() throws Exception {
        Activity moved = new DataTransfer(1_000_000_000, "datacentre", "FRA");

        assertThat(Digital.figure(moved, Criterion.ENERGY).central()).isCloseTo(0.001 * 1.56, within(1e-12));
        assertThat(Digital.footprint(moved).warnings()).contains("no-data:ghg-embodied");
    }

    @Test
    void nothingAtAllIsNotASilentZero() throws Exception {
        assertThat(Digital.footprint(new VideoStreaming(0, null, null, null, null, null))
                        .warnings())
                .contains("zero-energy");
    }

    private static double networkWh(Activity activity, OwnFactors own) throws Exception {
        return 1000
                * new Steps(Digital.METHOD.explain(activity, own.circumstances()))
                        .named("network-energy")
                        .result()
                        .range()
                        .central();
    }

    private static VideoStreaming watch(String quality, String device, String network, String country) {
        return new VideoStreaming(HOUR, quality, device, network, country, null);
    }

    private static Email withMix(Map<String, Double> mix) {
        return new Email(75_000, 1, 1.0, 180.0, 1.0, false, mix, "fixed", "FRA");
    }
}
