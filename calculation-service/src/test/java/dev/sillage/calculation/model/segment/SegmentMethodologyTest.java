package dev.sillage.calculation.model.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sillage.activity.DeviceUse;
import dev.sillage.activity.VideoCall;
import dev.sillage.activity.VideoStreaming;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.model.Footprint;
import dev.sillage.calculation.model.NotComputableException;
import dev.sillage.calculation.model.Range;
import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.Tier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentMethodologyTest {
    private static final FactorCatalogue CATALOGUE = FactorCatalogue.load();
    private static final double HOUR = 3600;

    private final SegmentMethodology method = SegmentMethodology.sillage2026(CATALOGUE);
    private final VideoModel video = new VideoModel(CATALOGUE, new Devices(CATALOGUE), new Places(CATALOGUE));

    @Test
    void anHourOfHdOnALaptopAndAFixedLineIsWhatTheMethodologySays() {
        Segments segments = video.use(watch("HD", "laptop", "fixed", "FRA")).segments();

        assertThat(segments.deviceKwh().central() * 1000).isCloseTo(26.5, within(1e-9));
        assertThat(segments.networkKwh().central() * 1000).isCloseTo(90, within(1e-9));
        assertThat(segments.routerKwh().central() * 1000).isCloseTo(5, within(1e-9));
        assertThat(segments.datacentreKwh().central() * 1000).isCloseTo(5.841, within(1e-9));
    }

    @Test
    void operationalGasesFollowTheGridAndEmbodiedOnesDoNot() throws Exception {
        Footprint france = method.footprint(watch("HD", "laptop", "fixed", "FR"));
        Footprint poland = method.footprint(watch("HD", "laptop", "fixed", "POL"));

        double energy = france.figures().get(Criterion.ENERGY).central();
        assertThat(france.figures().get(Criterion.GHG_OPERATIONAL_LOCATION).central())
                .isCloseTo(energy * 0.04418, within(1e-12));
        assertThat(france.figures().get(Criterion.WATER_OFF_SITE).central()).isCloseTo(energy * 3.6737, within(1e-12));
        assertThat(poland.figures().get(Criterion.GHG_EMBODIED))
                .isEqualTo(france.figures().get(Criterion.GHG_EMBODIED));
        // 33.8064 g device + 3 GB x 2.14 g network + 0.2366362 g data centre
        assertThat(france.figures().get(Criterion.GHG_EMBODIED).central())
                .isCloseTo(0.0338064 + 0.00642 + 0.0002366362, within(1e-12));
    }

    @Test
    void whatHasNoDataIsAbsentAndNamed() throws Exception {
        Footprint france = method.footprint(watch("HD", "laptop", "fixed", "FRA"));
        Footprint kenya = method.footprint(watch("HD", "laptop", "fixed", "KEN"));

        assertThat(france.figures())
                .containsOnlyKeys(
                        Criterion.ENERGY,
                        Criterion.GHG_OPERATIONAL_LOCATION,
                        Criterion.GHG_EMBODIED,
                        Criterion.WATER_OFF_SITE);
        assertThat(france.warnings())
                .containsExactly(
                        "no-data:ghg-operational-market",
                        "no-data:water-on-site",
                        "no-data:primary-energy",
                        "no-data:adpe");
        assertThat(kenya.zone()).isEqualTo("KEN");
        assertThat(kenya.figures()).doesNotContainKey(Criterion.WATER_OFF_SITE);
        assertThat(kenya.warnings()).contains("no-data:water-off-site");
    }

    @Test
    void whatIsToldAndKnownIsOfTheRegistryAndTheRestOfAClass() throws Exception {
        assertThat(method.footprint(watch("HD", "laptop", "fixed", "FRA")).tier())
                .isEqualTo(Tier.REGISTRY);
        Footprint untold = method.footprint(watch(null, null, null, null));

        assertThat(untold.tier()).isEqualTo(Tier.CLASS);
        assertThat(untold.zone()).isEqualTo("WOR");
        assertThat(untold.warnings()).allMatch(warning -> warning.startsWith("no-data:"));
    }

    @Test
    void whatIsToldAndNotKnownIsNamed() throws Exception {
        Footprint strange = method.footprint(watch("holographic", "toaster", "fixed", "Atlantis"));
        Footprint usual = method.footprint(watch(null, null, "fixed", null));

        assertThat(strange.warnings()).contains("quality-fallback", "device-fallback", "zone-fallback");
        assertThat(strange.figures()).isEqualTo(usual.figures());
    }

    @Test
    void aCountryWithoutGridFigureFallsBackToTheWorld() throws Exception {
        Footprint footprint = method.footprint(watch("HD", "tv", "fixed", "AND"));

        assertThat(footprint.zone()).isEqualTo("WOR");
        assertThat(footprint.warnings()).contains("zone-fallback");
    }

    @Test
    void aMobileNetworkHasNoHomeRouter() {
        Segments segments =
                video.use(watch("HD", "smartphone", "mobile", "FRA")).segments();

        assertThat(segments.routerKwh()).isEqualTo(Range.exactly(0));
        assertThat(segments.networkKwh().central()).isCloseTo(3 * 0.117, within(1e-12));
        assertThat(segments.networkKg().central()).isCloseTo(3 * 0.0087, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "1080p,3",
        "720p,0.7",
        "480p,0.7",
        "240p,0.3",
        "1440p,4.2",
        "2160p,7",
        "4K,7",
        "uhd,7",
        "1920x1080,3",
        "Full HD,3",
        "sd,0.7",
        "low,0.3"
    })
    void resolutionsAreUnderstood(String quality, double gigabytes) {
        VideoUse use = video.use(watch(quality, "tv", "fixed", "FRA"));

        assertThat(use.volumeGb().central()).isCloseTo(gigabytes, within(1e-12));
        assertThat(use.assumptions().warnings()).isEmpty();
    }

    @Test
    void moreLinesThanAnyTableAreTheMostOfItAndSaySo() {
        VideoUse use = video.use(watch("4320p", "tv", "fixed", "FRA"));

        assertThat(use.volumeGb().central()).isEqualTo(7);
        assertThat(use.assumptions().warnings()).containsExactly("quality-fallback");
    }

    @Test
    void eachViewerHasAScreen() throws Exception {
        Footprint one = method.footprint(watch("HD", "tv", "fixed", "FRA"));
        Footprint three = method.footprint(new VideoStreaming(HOUR, "HD", "tv", "fixed", "FRA", 3));

        one.figures().forEach((criterion, figure) -> assertThat(
                        three.figures().get(criterion).central())
                .isCloseTo(3 * figure.central(), within(1e-12)));
    }

    @Test
    void theUsualMixForFilmsIsMostlyTelevision() {
        DeviceMix mix = video.use(watch("HD", null, "fixed", "FRA")).devices();

        assertThat(mix.powerW().central()).isCloseTo(0.7 * 65 + 0.15 * 26.5 + 0.1 * 20 + 0.05 * 4.5, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"audio,0.072", "SD,0.54", "HD,1.98", "720p,1.98", "1080p,3.06", "4K,7"})
    void aCallTakesZoomsBitratesPerParticipant(String mode, double gigabytes) {
        VideoUse use = video.use(new VideoCall(HOUR, 2, mode, "laptop", "fixed", "FRA"));

        assertThat(use.volumeGb().central()).isCloseTo(2 * gigabytes, within(1e-12));
        assertThat(use.assumptions().warnings()).isEmpty();
    }

    @Test
    void theDataCentreOfACallServesEveryParticipant() {
        Segments two =
                video.use(new VideoCall(HOUR, 2, "HD", null, "fixed", "FRA")).segments();
        Segments four =
                video.use(new VideoCall(HOUR, 4, "HD", null, "fixed", "FRA")).segments();

        assertThat(four.datacentreKwh().central())
                .isEqualTo(2 * two.datacentreKwh().central());
        assertThat(four.datacentreKg().central())
                .isEqualTo(2 * two.datacentreKg().central());
        assertThat(two.deviceKwh().central()).isCloseTo(2 * 0.0265, within(1e-12));
    }

    @Test
    void anUnknownModeOfACallIsHd() throws Exception {
        Footprint footprint = method.footprint(new VideoCall(HOUR, 2, "telepathy", "laptop", "fixed", "FRA"));

        assertThat(footprint.warnings()).contains("mode-fallback");
        assertThat(footprint.figures())
                .isEqualTo(method.footprint(new VideoCall(HOUR, 2, "HD", "laptop", "fixed", "FRA"))
                        .figures());
    }

    @Test
    void noTimeAtAllIsNotASilentZero() throws Exception {
        assertThat(method.footprint(new VideoStreaming(0, null, null, null, null, null))
                        .warnings())
                .contains("zero-energy");
    }

    @Test
    void anotherKindIsNotComputed() {
        assertThatThrownBy(() -> method.footprint(new DeviceUse("laptop", 1, null)))
                .isInstanceOf(NotComputableException.class);
    }

    private static VideoStreaming watch(String quality, String device, String network, String country) {
        return new VideoStreaming(HOUR, quality, device, network, country, null);
    }
}
