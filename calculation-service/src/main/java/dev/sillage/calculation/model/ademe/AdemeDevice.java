package dev.sillage.calculation.model.ademe;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The devices of the reference; a desktop counts with its screen. */
enum AdemeDevice {
    SMARTPHONE("Sp"),
    TABLET("Tb"),
    LAPTOP("Lt"),
    DESKTOP("Dk"),
    TV("Tv");

    private static final Map<String, AdemeDevice> OTHER_NAMES = Map.of(
            "phone", SMARTPHONE,
            "mobile", SMARTPHONE,
            "notebook", LAPTOP,
            "computer", LAPTOP,
            "pc", DESKTOP,
            "desktop+monitor", DESKTOP,
            "television", TV);

    private final String suffix;

    AdemeDevice(String suffix) {
        this.suffix = suffix;
    }

    /** The device of that name in any case; null when the reference has none. */
    static @Nullable AdemeDevice find(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        for (AdemeDevice device : values()) {
            if (device.key().equals(plain)) {
                return device;
            }
        }
        return OTHER_NAMES.get(plain);
    }

    /** As in the keys of factors. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String shareSymbol() {
        return "q" + suffix;
    }

    void putFactors(AdemeFactors factors) {
        String prefix = "ademe.device." + key();
        factors.put("P" + suffix, prefix + ".power")
                .put("C" + suffix, prefix + ".embodied")
                .put("U" + suffix, prefix + ".lifetime-use");
    }
}
