package dev.sillage.calculation.model.ademe;

import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.DeviceUse;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.model.Case;
import dev.sillage.calculation.model.KindModel;
import dev.sillage.calculation.model.sheet.RecentValues;
import dev.sillage.calculation.model.sheet.Sheet;
import org.jspecify.annotations.Nullable;

/** {@code sheets/ademe-2.1/device-use.sheet}. A device that is not known counts as a laptop. */
final class AdemeDeviceUse implements KindModel<DeviceUse> {
    private final Sheet sheet = Sheet.load("ademe-2.1/device-use");
    private final int hours = sheet.quantity("H");
    private final RecentValues<Key, AdemeFactors.Resolved> plans = new RecentValues<>(1024);

    private record Key(String device, @Nullable String country, Object factors) {}

    @Override
    public ActivityKind kind() {
        return ActivityKind.DEVICE_USE;
    }

    @Override
    public Class<DeviceUse> type() {
        return DeviceUse.class;
    }

    @Override
    public Case resolve(DeviceUse use, FactorView factors) {
        return plans.get(new Key(use.device(), use.country(), factors.cacheKey()), key -> resolve(key, factors))
                .of(sheet.newQuantities().set(hours, use.hours()), Case.delivered("device-hour", use.hours()));
    }

    private AdemeFactors.Resolved resolve(Key key, FactorView view) {
        AdemeFactors factors = new AdemeFactors(key.country(), view).grid("CI", "device");
        AdemeDevice device = AdemeDevice.find(key.device());
        if (device == null) {
            factors.warn("device-fallback");
        }
        String prefix = "ademe.device." + (device == null ? AdemeDevice.LAPTOP : device).key();
        return factors.put("P", prefix + ".power")
                .put("C", prefix + ".embodied")
                .put("U", prefix + ".lifetime-use")
                .plan(sheet);
    }
}
