package dev.sillage.calculation.model.segment;

import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.FactorCatalogue;

/**
 * The constants of mail.
 *
 * @param writingTime s
 * @param readingTime s per reader
 * @param transferCopies transfers between data centres per recipient
 * @param backbone kWh per GB between data centres, before PUE
 * @param mailsPerDay of one user
 * @param serverPowerPerUser W
 * @param serverPower W
 * @param serverLifetime years
 * @param serverEmbodied kg CO2e of one server with its share of network and building
 * @param pue of mail servers
 * @param storageDuration years
 * @param storagePower W per TB
 * @param storageEmbodied kg CO2e per TB
 * @param storageLifetime years
 * @param replication copies of each mailbox
 */
record MailFactors(
        Factor writingTime,
        Factor readingTime,
        Factor transferCopies,
        Factor backbone,
        Factor mailsPerDay,
        Factor serverPowerPerUser,
        Factor serverPower,
        Factor serverLifetime,
        Factor serverEmbodied,
        Factor pue,
        Factor storageDuration,
        Factor storagePower,
        Factor storageEmbodied,
        Factor storageLifetime,
        Factor replication) {

    static MailFactors of(FactorCatalogue catalogue) {
        return new MailFactors(
                catalogue.factor("email.writing.time"),
                catalogue.factor("email.reading.time"),
                catalogue.factor("email.transfer.copies"),
                catalogue.factor("network.datacentre.energy"),
                catalogue.factor("email.mails-per-day"),
                catalogue.factor("email.server.power-per-user"),
                catalogue.factor("email.server.power"),
                catalogue.factor("email.server.lifetime"),
                catalogue.factor("datacentre.server.embodied"),
                catalogue.factor("email.server.pue"),
                catalogue.factor("email.storage.duration"),
                catalogue.factor("storage.hdd.power"),
                catalogue.factor("storage.hdd.embodied"),
                catalogue.factor("storage.lifetime"),
                catalogue.factor("storage.replication"));
    }

    /** kWh of the servers per mailbox and mail, before PUE. */
    double serverKwhPerMail() {
        return serverPowerPerUser.central() * 24 / mailsPerDay.central() / 1000;
    }

    /** kg CO2e of making the servers, per mailbox and mail. */
    double serverKgPerMail() {
        double users = serverPower.central() / serverPowerPerUser.central();
        return serverEmbodied.central() / (users * mailsPerDay.central() * 365 * serverLifetime.central());
    }
}
