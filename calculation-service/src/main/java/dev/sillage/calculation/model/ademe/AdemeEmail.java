package dev.sillage.calculation.model.ademe;

import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.Email;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.model.Case;
import dev.sillage.calculation.model.KindModel;
import dev.sillage.calculation.model.sheet.Quantities;
import dev.sillage.calculation.model.sheet.RecentValues;
import dev.sillage.calculation.model.sheet.Sheet;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code sheets/ademe-2.1/email.sheet}. The networks of sender and recipients may be set apart by the factors
 * {@code ademe.email.sender.network} and {@code ademe.email.recipient.network}.
 */
final class AdemeEmail implements KindModel<Email> {
    private static final double BYTES_PER_MEGABYTE = 1e6;
    private static final double SECONDS_PER_MINUTE = 60;
    private static final String MIX = "ademe.email.device-mix";

    private final Sheet sheet = Sheet.load("ademe-2.1/email");
    private final int megabytes = sheet.quantity("b");
    private final int recipients = sheet.quantity("r");
    private final int readRate = sheet.quantity("ps");
    private final int writing = sheet.quantity("ws");
    private final int storage = sheet.quantity("ys");
    private final RecentValues<Key, AdemeFactors.Resolved> plans = new RecentValues<>(1024);

    private record Key(
            @Nullable Map<String, Double> deviceMix,
            @Nullable String network,
            @Nullable String country,
            Object factors) {}

    @Override
    public ActivityKind kind() {
        return ActivityKind.EMAIL;
    }

    @Override
    public Class<Email> type() {
        return Email.class;
    }

    @Override
    public Case resolve(Email mail, FactorView factors) {
        return plans.get(
                        new Key(mail.deviceMix(), mail.network(), mail.country(), factors.cacheKey()),
                        key -> resolve(key, factors))
                .of(quantities(mail), Case.delivered("mail", 1));
    }

    /** Spam is what nobody writes or reads, unless the event says so. */
    private Quantities quantities(Email mail) {
        boolean spam = Boolean.TRUE.equals(mail.spam());
        Integer told = mail.recipients();
        Double read = mail.readRate();
        Double wrote = mail.writeSeconds();
        Quantities quantities = sheet.newQuantities()
                .set(megabytes, mail.bytes() / BYTES_PER_MEGABYTE)
                .set(recipients, told == null ? 1.0 : told)
                .set(readRate, read == null && spam ? Double.valueOf(0) : read)
                .set(storage, mail.storageYears());
        if (wrote != null) {
            quantities.set(writing, wrote / SECONDS_PER_MINUTE);
        } else if (spam) {
            quantities.set(writing, 0.0);
        }
        return quantities;
    }

    private AdemeFactors.Resolved resolve(Key key, FactorView view) {
        AdemeFactors factors = new AdemeFactors(key.country(), view)
                .server()
                .network("fs", key.network())
                .network("fr", key.network())
                .put("pu", "ademe.email.read-rate")
                .put("wu", "ademe.email.writing.time")
                .put("yu", "ademe.email.storage.duration")
                .put("rd", "ademe.email.reading.time")
                .put("fc", "ademe.network.fixed-fr-core")
                .put("cs", "ademe.email.sender.copies")
                .put("cr", "ademe.email.recipient.copies")
                .put("nd", "ademe.email.mails-per-day")
                .put("Pu", "ademe.server.power-per-user")
                .put("Ps", "ademe.server.power")
                .put("u", "ademe.mail.pue")
                .put("kd", "ademe.storage.capacity")
                .put("kf", "ademe.storage.fill")
                .put("Pd", "ademe.storage.power")
                .put("Md", "ademe.storage.embodied")
                .put("Ld", "ademe.storage.lifetime")
                .putOwn("fs", "ademe.email.sender.network")
                .putOwn("fr", "ademe.email.recipient.network");
        devices(key.deviceMix(), factors);
        return factors.plan(sheet);
    }

    /** The reference's mail knows no television, but a told one is counted. */
    private static void devices(@Nullable Map<String, Double> told, AdemeFactors factors) {
        Map<AdemeDevice, Double> shares = new EnumMap<>(AdemeDevice.class);
        if (told != null) {
            told.forEach((name, share) -> {
                AdemeDevice device = AdemeDevice.find(name);
                if (device == null) {
                    factors.warn("device-fallback");
                } else if (share > 0) {
                    shares.merge(device, share, Double::sum);
                }
            });
        }
        if (shares.isEmpty()) {
            factors.usualMix(MIX);
        } else {
            factors.mix(shares);
        }
    }
}
