package dev.sillage.calculation.model.segment;

import static dev.sillage.calculation.model.Explained.range;

import dev.sillage.calculation.model.Explanation.Step;
import dev.sillage.calculation.model.Range;
import java.util.List;

/**
 * One mail to some recipients. With {@code H} the hours of writing and reading, {@code G} the GB of the mail, {@code r}
 * its recipients and {@code b = 1 + r} the mailboxes that keep it for {@code y} years,
 *
 * <pre>
 * device     E = P * (H / 1000)                          M = m * (H / 1000)
 * router     E = R * (H / 1000)                          on a fixed line only
 * network    E = G*b * k + G*r*c * kdc * PUE             M = G*b * mn * 0.001
 * datacentre E = (es * b + TB*b * W * (y*8760/1000) * n) * PUE
 *            M = ms * b + TB*b * Md * (y / Ld) * n
 * </pre>
 *
 * @param hours of writing and reading
 * @param gigabytes of the mail
 * @param recipients how many
 * @param storageYears how long it is kept
 * @param devices what it is written and read on
 * @param network how sender and recipients are connected
 * @param factors the constants
 * @param place where the electricity is made
 * @param assumptions what had to be assumed
 * @param segments the result
 */
record MailUse(
        double hours,
        double gigabytes,
        double recipients,
        double storageYears,
        DeviceMix devices,
        Network network,
        MailFactors factors,
        Place place,
        Assumptions assumptions,
        Segments segments)
        implements Use {

    private static final double HOURS_PER_YEAR = 8760;

    static MailUse of(
            double hours,
            double gigabytes,
            double recipients,
            double storageYears,
            DeviceMix devices,
            Network network,
            MailFactors factors,
            Place place,
            Assumptions assumptions) {
        double mailboxes = 1 + recipients;
        double thousandHours = hours / 1000;
        double delivered = gigabytes * mailboxes;
        double relayed = gigabytes * recipients * factors.transferCopies().central();
        Range backbone = range(factors.backbone()).times(relayed).times(range(factors.pue()));
        Range servers = Range.exactly(factors.serverKwhPerMail() * mailboxes);
        Segments segments = new Segments(
                devices.powerW().times(thousandHours),
                range(network.energy()).times(delivered).plus(backbone),
                network.router() == null
                        ? Range.exactly(0)
                        : range(network.router()).times(thousandHours),
                servers.plus(storageKwh(delivered, storageYears, factors)).times(range(factors.pue())),
                devices.embodiedGPerHour().times(thousandHours),
                range(network.embodied()).times(delivered).times(Segments.MILLI),
                Range.exactly(factors.serverKgPerMail() * mailboxes).plus(storageKg(delivered, storageYears, factors)));
        return new MailUse(
                hours, gigabytes, recipients, storageYears, devices, network, factors, place, assumptions, segments);
    }

    private static Range storageKwh(double gigabytes, double years, MailFactors factors) {
        return range(factors.storagePower())
                .times(gigabytes / 1000)
                .times(years * HOURS_PER_YEAR / 1000)
                .times(range(factors.replication()));
    }

    private static Range storageKg(double gigabytes, double years, MailFactors factors) {
        return range(factors.storageEmbodied())
                .times(gigabytes / 1000)
                .times(years / factors.storageLifetime().central())
                .times(range(factors.replication()));
    }

    double mailboxes() {
        return 1 + recipients;
    }

    Range storageKwh() {
        return storageKwh(gigabytes * mailboxes(), storageYears, factors);
    }

    Range storageKg() {
        return storageKg(gigabytes * mailboxes(), storageYears, factors);
    }

    @Override
    public List<Step> steps() {
        return MailSteps.of(this);
    }
}
