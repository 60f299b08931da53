package dev.sillage.calculation.model.digital;

import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.Email;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.model.Case;
import dev.sillage.calculation.model.KindModel;
import dev.sillage.calculation.model.sheet.Quantities;
import dev.sillage.calculation.model.sheet.RecentValues;
import dev.sillage.calculation.model.sheet.Sheet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One mail: {@code sheets/sillage-2026.1/email.sheet}. Nobody writes or reads spam unless the event says so; then what
 * it says counts, with the warning {@code contradictory:spam}.
 */
final class EmailModel implements KindModel<Email> {
    private final Sheet sheet = Sheet.load("sillage-2026.1/email");
    private final int bytes = sheet.quantity("b");
    private final int recipients = sheet.quantity("r");
    private final int readRate = sheet.quantity("p");
    private final int writing = sheet.quantity("ws");
    private final int storage = sheet.quantity("ys");
    private final RecentValues<Key, Resolved> plans = new RecentValues<>(4096);

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
        Resolved resolved = plans.get(
                new Key(mail.deviceMix(), mail.network(), mail.country(), factors.cacheKey()),
                key -> resolve(key, factors));
        if (mail.readRate() == null || mail.writeSeconds() == null || mail.storageYears() == null) {
            resolved = resolved.assumed();
        }
        if (isContradictory(mail)) {
            resolved = resolved.warning("contradictory:spam");
        }
        return resolved.of(quantities(mail), Case.delivered("mail", 1));
    }

    private Quantities quantities(Email mail) {
        boolean spam = Boolean.TRUE.equals(mail.spam());
        Integer told = mail.recipients();
        Double read = mail.readRate();
        Double wrote = mail.writeSeconds();
        Quantities quantities = sheet.newQuantities()
                .set(bytes, (double) mail.bytes())
                .set(recipients, told == null ? 1.0 : told)
                .set(readRate, read != null ? read : spam ? 0.0 : 1.0)
                .set(storage, mail.storageYears());
        return wrote == null && spam ? quantities.set(writing, 0.0) : quantities.set(writing, wrote);
    }

    private static boolean isContradictory(Email mail) {
        return Boolean.TRUE.equals(mail.spam()) && (isPositive(mail.writeSeconds()) || isPositive(mail.readRate()));
    }

    private static boolean isPositive(@Nullable Double told) {
        return told != null && told > 0;
    }

    private Resolved resolve(Key key, FactorView factors) {
        Resolution resolution = new Resolution(key.country(), factors)
                .put("wu", "email.writing.time")
                .put("rd", "email.reading.time")
                .put("yu", "email.storage.duration")
                .put("cp", "email.transfer.copies")
                .put("kb", "network.datacentre.energy")
                .put("u", "email.server.pue")
                .put("su", "email.server.power-per-user")
                .put("sp", "email.server.power")
                .put("nd", "email.mails-per-day")
                .put("sl", "email.server.lifetime")
                .put("Ms", "datacentre.server.embodied")
                .put("tp", "storage.hdd.power")
                .put("tm", "storage.hdd.embodied")
                .put("tl", "storage.lifetime")
                .put("rp", "storage.replication");
        Devices.find(key.deviceMix(), "email.device-mix", resolution);
        Networks.find(key.network(), resolution);
        return resolution.plan(sheet);
    }
}
