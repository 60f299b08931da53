package dev.sillage.calculation.model.digital;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what people used: the factors of the sheet {@code devices}. */
final class Devices {

    private Devices() {}

    /** The device of that name; the usual mix when none is named or the name is not known. */
    static void find(@Nullable String name, String usualMix, Resolution resolution) {
        Device device = named(name, resolution);
        if (device == null) {
            putMix(usualMix, resolution);
        } else {
            putAll(Map.of(device, 1.0), resolution);
        }
    }

    /** The device of that name; the usual one when none is named or the name is not known. */
    static void find(@Nullable String name, Device usual, Resolution resolution) {
        Device device = named(name, resolution);
        putAll(Map.of(device == null ? usual : device, 1.0), resolution);
    }

    /** A told mix; what it names that is not known counts as the usual mix. */
    static void find(@Nullable Map<String, Double> told, String usualMix, Resolution resolution) {
        if (told == null || told.isEmpty()) {
            resolution.assume();
            putMix(usualMix, resolution);
            return;
        }
        Map<Device, Double> shares = new EnumMap<>(Device.class);
        told.forEach((name, share) -> {
            Device device = named(name, resolution);
            Map<Device, Double> meant = device == null ? usual(usualMix, resolution) : Map.of(device, 1.0);
            meant.forEach((one, part) -> shares.merge(one, part * share, Double::sum));
        });
        if (shares.values().stream().mapToDouble(Double::doubleValue).sum() > 0) {
            putAll(shares, resolution);
        } else {
            resolution.fallback("device-fallback");
            putMix(usualMix, resolution);
        }
    }

    private static @Nullable Device named(@Nullable String name, Resolution resolution) {
        if (name == null || name.isBlank()) {
            resolution.assume();
            return null;
        }
        Device device = Device.find(name);
        if (device == null) {
            resolution.fallback("device-fallback");
        }
        return device;
    }

    private static void putAll(Map<Device, Double> shares, Resolution resolution) {
        shares.forEach((device, share) -> {
            resolution.tell(device.shareSymbol(), share);
            device.putFactors(resolution);
        });
    }

    private static void putMix(String mix, Resolution resolution) {
        usual(mix, resolution).keySet().forEach(device -> {
            resolution.put(device.shareSymbol(), mix + "." + device.key());
            device.putFactors(resolution);
        });
    }

    /** The shares of a mix of the catalogue, scaled to sum to one. */
    private static Map<Device, Double> usual(String mix, Resolution resolution) {
        Map<Device, Double> shares = new EnumMap<>(Device.class);
        for (Device device : Device.values()) {
            var share = resolution.factors().find(mix + "." + device.key(), null);
            if (share != null) {
                shares.put(device, share.central());
            }
        }
        double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        shares.replaceAll((device, share) -> share / sum);
        return shares;
    }
}
