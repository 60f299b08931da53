package dev.sillage.calculation.model.segment;

import static dev.sillage.calculation.model.Explained.use;
import static dev.sillage.calculation.model.Explained.value;

import dev.sillage.calculation.model.Explanation.Step;
import dev.sillage.calculation.model.Explanation.Value;
import java.util.ArrayList;
import java.util.List;

/** Shows the steps from a mail to its segments. */
final class MailSteps {
    private final MailUse mail;
    private final MailFactors factors;
    private final Segments segments;
    private final Value gigabytes;
    private final Value recipients;
    private final Value mailboxes;

    private MailSteps(MailUse mail) {
        this.mail = mail;
        this.factors = mail.factors();
        this.segments = mail.segments();
        this.gigabytes = value("G", "size of the mail", mail.gigabytes(), "GB");
        this.recipients = value("r", "recipients", mail.recipients(), "1");
        this.mailboxes = value("b", "mailboxes, 1 + r", mail.mailboxes(), "1");
    }

    static List<Step> of(MailUse mail) {
        MailSteps steps = new MailSteps(mail);
        Value hours = value("H", "hours of writing and reading", mail.hours(), "h");
        List<Step> all = new ArrayList<>(DeviceSteps.of(mail.devices(), mail.network(), mail.segments(), hours));
        steps.network(all);
        steps.storage(all);
        steps.datacentre(all);
        return all;
    }

    private void network(List<Step> all) {
        all.add(new Step(
                "network-energy",
                "Enet = G*b * k + G*r*c * kdc * PUE",
                List.of(gigabytes, mailboxes, recipients),
                List.of(
                        use("k", mail.network().energy()),
                        use("c", factors.transferCopies()),
                        use("kdc", factors.backbone()),
                        use("PUE", factors.pue())),
                value("Enet", "energy of the networks", segments.networkKwh(), "kWh")));
        all.add(new Step(
                "network-embodied",
                "Mnet = G*b * mn * 0.001",
                List.of(gigabytes, mailboxes),
                List.of(use("mn", mail.network().embodied())),
                value("Mnet", "embodied in the networks", segments.networkKg(), "kgCO2e")));
    }

    private void storage(List<Step> all) {
        Value years = value("y", "years kept", mail.storageYears(), "year");
        all.add(new Step(
                "storage-energy",
                "Est = G*b / 1000 * W * (y * 8760 / 1000) * n",
                List.of(gigabytes, mailboxes, years),
                List.of(use("W", factors.storagePower()), use("n", factors.replication())),
                value("Est", "energy of the storage, before PUE", mail.storageKwh(), "kWh")));
        all.add(new Step(
                "storage-embodied",
                "Mst = G*b / 1000 * Md * (y / Ld) * n",
                List.of(gigabytes, mailboxes, years),
                List.of(
                        use("Md", factors.storageEmbodied()),
                        use("Ld", factors.storageLifetime()),
                        use("n", factors.replication())),
                value("Mst", "embodied in the storage", mail.storageKg(), "kgCO2e")));
    }

    private void datacentre(List<Step> all) {
        Value storage = value("Est", "energy of the storage, before PUE", mail.storageKwh(), "kWh");
        Value storageKg = value("Mst", "embodied in the storage", mail.storageKg(), "kgCO2e");
        all.add(new Step(
                "datacentre-energy",
                "Edc = (u * 24 / q / 1000 * b + Est) * PUE",
                List.of(mailboxes, storage),
                List.of(
                        use("u", factors.serverPowerPerUser()),
                        use("q", factors.mailsPerDay()),
                        use("PUE", factors.pue())),
                value("Edc", "energy of the data centre", segments.datacentreKwh(), "kWh")));
        all.add(new Step(
                "datacentre-embodied",
                "Mdc = Ms / (Ps / u * q * 365 * Ls) * b + Mst",
                List.of(mailboxes, storageKg),
                List.of(
                        use("Ms", factors.serverEmbodied()),
                        use("Ps", factors.serverPower()),
                        use("u", factors.serverPowerPerUser()),
                        use("q", factors.mailsPerDay()),
                        use("Ls", factors.serverLifetime())),
                value("Mdc", "embodied in the data centre", segments.datacentreKg(), "kgCO2e")));
    }
}
