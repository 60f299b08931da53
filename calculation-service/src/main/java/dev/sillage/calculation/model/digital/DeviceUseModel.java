package dev.sillage.calculation.model.digital;

import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.DeviceUse;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.model.Case;
import dev.sillage.calculation.model.KindModel;
import dev.sillage.calculation.model.sheet.RecentValues;
import dev.sillage.calculation.model.sheet.Sheet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A device in use: {@code sheets/sillage-2026.1/device-use.sheet}. A device that is not known counts as a laptop. A home
 * router has no figure of its manufacture, which is absent then.
 */
final class DeviceUseModel implements KindModel<DeviceUse> {
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("desktop-unit", "desktop-unit"),
            Map.entry("desktop-without-monitor", "desktop-unit"),
            Map.entry("desktop-pro", "desktop-pro"),
            Map.entry("workstation", "desktop-pro"),
            Map.entry("monitor", "monitor"),
            Map.entry("screen", "monitor"),
            Map.entry("display", "monitor"),
            Map.entry("vr-headset", "vr-headset"),
            Map.entry("headset", "vr-headset"),
            Map.entry("smart-speaker", "smart-speaker"),
            Map.entry("speaker", "smart-speaker"),
            Map.entry("internet-box", "internet-box"),
            Map.entry("router", "internet-box"));

    private final Sheet sheet = Sheet.load("sillage-2026.1/device-use");
    private final int hours = sheet.quantity("H");
    private final RecentValues<Key, Resolved> plans = new RecentValues<>(4096);

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
        Resolved resolved =
                plans.get(new Key(use.device(), use.country(), factors.cacheKey()), key -> resolve(key, factors));
        return resolved.of(
                sheet.newQuantities().set(hours, use.hours()), use.hours(), Case.delivered("device-hour", use.hours()));
    }

    private Resolved resolve(Key key, FactorView factors) {
        Resolution resolution = new Resolution(key.country(), factors);
        String device = "device." + find(key.device(), resolution);
        return resolution
                .put("P", device + ".power")
                .putIfKnown("F", device + ".lifecycle.fabrication")
                .putIfKnown("D", device + ".lifecycle.distribution")
                .putIfKnown("Z", device + ".lifecycle.end-of-life")
                .putIfKnown("L", device + ".lifetime")
                .putIfKnown("U", device + ".daily-use")
                .putIfKnown("mt", device + ".embodied")
                .plan(sheet);
    }

    private static String find(String name, Resolution resolution) {
        Device device = Device.find(name);
        String other = OTHERS.get(Device.plain(name));
        if (device == null && other == null) {
            resolution.fallback("device-fallback");
            return Device.LAPTOP.key();
        }
        return device != null ? device.key() : String.valueOf(other);
    }
}
