package dev.sillage.calculation.model.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sillage.activity.Email;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.model.Footprint;
import dev.sillage.footprint.Criterion;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MailTest {
    private static final FactorCatalogue CATALOGUE = FactorCatalogue.load();

    private final SegmentMethodology method = SegmentMethodology.sillage2026(CATALOGUE);
    private final MailModel mail = new MailModel(CATALOGUE, new Devices(CATALOGUE), new Places(CATALOGUE));

    @Test
    void aPlainMailIsMostlyTheTimeOfWritingIt() {
        Segments segments = mail.use(mail(75_000, 1, null, null)).segments();

        // 190 s; the mix of 24, 24, 8 and 45 parts of 101.
        double power = (0.24 * 120 + 0.24 * 26.5 + 0.08 * 20 + 0.45 * 4.5) / 1.01;
        assertThat(segments.deviceKwh().central()).isCloseTo(power * 190 / 3600 / 1000, within(1e-12));
        assertThat(segments.deviceKg().central())
                .isGreaterThan(0.9 * segments.embodiedKg().central());
    }

    @Test
    void theDataCentreKeepsTheMailOfSenderAndRecipients() {
        MailUse use = mail.use(mail(1_000_000_000, 3, 10.0, false));

        // 4 mailboxes of 1 GB, 0.65 W/TB, 10 years of 8760 h, 3 copies; 0.22 W for each user's 117.7 mails a day.
        double storage = 4e-3 * 0.65 * 87.6 * 3;
        double servers = 4 * 0.22 * 24 / 117.7 / 1000;
        assertThat(use.storageKwh().central()).isCloseTo(storage, within(1e-12));
        assertThat(use.segments().datacentreKwh().central()).isCloseTo((storage + servers) * 1.16, within(1e-12));
        // 40 kg/TB over 5 years; one 2.7907e-9th of a server's 1336.68 kg per mailbox.
        assertThat(use.storageKg().central()).isCloseTo(4e-3 * 40 * 2 * 3, within(1e-12));
        assertThat(use.segments().datacentreKg().central() - use.storageKg().central())
                .isCloseTo(4 * 2.79072655519342e-9 * 1336.6802, within(1e-12));
    }

    @Test
    void theNetworkCarriesTheMailToEveryoneAndBetweenDataCentres() {
        Segments segments = mail.use(mail(1_000_000_000, 2, null, null)).segments();

        assertThat(segments.networkKwh().central()).isCloseTo(3 * 0.03 + 2 * 7 * 0.001 * 1.16, within(1e-12));
        assertThat(segments.networkKg().central()).isCloseTo(3 * 0.00214, within(1e-12));
    }

    @Test
    void spamIsNeitherWrittenNorReadButKept() {
        Segments segments = mail.use(mail(75_000, 1, null, true)).segments();

        assertThat(segments.deviceKwh().high()).isZero();
        assertThat(segments.datacentreKwh().low()).isPositive();
    }

    @Test
    void aStatedMixIsScaledToOneAndUnknownDevicesAreUsual() throws Exception {
        Footprint half = method.footprint(withMix(Map.of("laptop", 0.5)));
        Footprint whole = method.footprint(withMix(Map.of("laptop", 1.0)));
        Footprint strange = method.footprint(withMix(Map.of("typewriter", 1.0)));

        assertThat(half).isEqualTo(whole);
        assertThat(half.warnings()).doesNotContain("device-fallback");
        assertThat(strange.warnings()).contains("device-fallback");
        assertThat(strange.figures().get(Criterion.ENERGY).central())
                .isCloseTo(
                        method.footprint(withMix(null))
                                .figures()
                                .get(Criterion.ENERGY)
                                .central(),
                        within(1e-12));
    }

    private static Email mail(long bytes, int recipients, Double years, Boolean spam) {
        return new Email(bytes, recipients, null, null, years, spam, null, null, "FRA");
    }

    private static Email withMix(Map<String, Double> mix) {
        return new Email(75_000, 1, 1.0, 180.0, 1.0, false, mix, "fixed", "FRA");
    }
}
