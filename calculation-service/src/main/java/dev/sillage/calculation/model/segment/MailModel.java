package dev.sillage.calculation.model.segment;

import dev.sillage.activity.Email;
import dev.sillage.calculation.factor.FactorCatalogue;
import org.jspecify.annotations.Nullable;

/** Finds out what a mail needs. */
final class MailModel {
    private static final double SECONDS_PER_HOUR = 3600;
    private static final double BYTES_PER_GIGABYTE = 1e9;

    private final MailFactors factors;
    private final Devices devices;
    private final DeviceMix usual;
    private final Network.Both networks;
    private final Places places;

    MailModel(FactorCatalogue catalogue, Devices devices, Places places) {
        this.factors = MailFactors.of(catalogue);
        this.devices = devices;
        this.usual = devices.usual("email.device-mix");
        this.networks = Network.Both.of(catalogue);
        this.places = places;
    }

    MailUse use(Email activity) {
        Assumptions assumptions = new Assumptions();
        double recipients = activity.recipients() == null ? 1 : activity.recipients();
        return MailUse.of(
                hours(activity, recipients, assumptions),
                activity.bytes() / BYTES_PER_GIGABYTE,
                recipients,
                orUsual(activity.storageYears(), factors.storageDuration().central(), assumptions),
                devices.find(activity.deviceMix(), usual, assumptions),
                networks.find(activity.network(), assumptions),
                factors,
                places.find(activity.country(), assumptions),
                assumptions);
    }

    private double hours(Email activity, double recipients, Assumptions assumptions) {
        boolean spam = Boolean.TRUE.equals(activity.spam());
        double writing = orUsual(
                activity.writeSeconds(), spam ? 0 : factors.writingTime().central(), assumptions);
        double readRate = orUsual(activity.readRate(), spam ? 0 : 1, assumptions);
        double reading = recipients * readRate * factors.readingTime().central();
        return (writing + reading) / SECONDS_PER_HOUR;
    }

    private static double orUsual(@Nullable Double told, double usual, Assumptions assumptions) {
        if (told == null) {
            assumptions.usual();
            return usual;
        }
        return told;
    }
}
