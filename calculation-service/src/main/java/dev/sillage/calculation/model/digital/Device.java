package dev.sillage.calculation.model.digital;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people use. A desktop counts with its screen. */
enum Device {
    SMARTPHONE("Sp"),
    TABLET("Tb"),
    LAPTOP("Lt"),
    DESKTOP("Dk"),
    TV("Tv");

    private static final Map<String, Device> BY_NAME = Map.ofEntries(
            Map.entry("smartphone", SMARTPHONE),
            Map.entry("phone", SMARTPHONE),
            Map.entry("mobile", SMARTPHONE),
            Map.entry("mobile-phone", SMARTPHONE),
            Map.entry("tablet", TABLET),
            Map.entry("laptop", LAPTOP),
            Map.entry("notebook", LAPTOP),
            Map.entry("computer", LAPTOP),
            Map.entry("desktop", DESKTOP),
            Map.entry("pc", DESKTOP),
            Map.entry("desktop+monitor", DESKTOP),
            Map.entry("tv", TV),
            Map.entry("television", TV),
            Map.entry("smart-tv", TV));

    /** What the symbols of the sheet {@code devices} end with. */
    private final String suffix;

    Device(String suffix) {
        this.suffix = suffix;
    }

    /** The device of that name in any case; null when it is not known. */
    static @Nullable Device find(String name) {
        return BY_NAME.get(plain(name));
    }

    /** How names are compared. */
    static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** As in the keys of factors. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The symbol of its share. */
    String shareSymbol() {
        return "q" + suffix;
    }

    /** Its power and its manufacture. */
    void putFactors(Resolution resolution) {
        String device = "device." + key();
        resolution
                .put("P" + suffix, device + ".power")
                .put("F" + suffix, device + ".lifecycle.fabrication")
                .put("D" + suffix, device + ".lifecycle.distribution")
                .put("Z" + suffix, device + ".lifecycle.end-of-life")
                .put("L" + suffix, device + ".lifetime")
                .put("U" + suffix, device + ".daily-use");
    }
}
