package dev.sillage.calculation.model.digital;

import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.FactorView;
import org.jspecify.annotations.Nullable;

/** Finds how people were connected: the factors of the sheet {@code network}. */
final class Networks {
    private static final String FIXED = "network.fixed.";
    private static final String MOBILE = "network.mobile.";
    private static final double POWER_MODEL = 2;

    private Networks() {}

    /** The network of that name; a fixed line when none is named or the name is not known. */
    static void find(@Nullable String name, Resolution resolution) {
        if (name == null || name.isBlank()) {
            resolution.assume();
        }
        String plain = name == null || name.isBlank() ? "fixed" : Device.plain(name);
        boolean mobile = plain.equals("mobile");
        if (!mobile && !plain.equals("fixed")) {
            resolution.fallback("network-fallback");
        }
        resolution.tell("w", mobile ? 0 : 1);
        put(!mobile, mobile, resolution);
    }

    /** The network of that name; the mix of that key when none is named. */
    static void find(@Nullable String name, String fixedShare, Resolution resolution) {
        if (name != null && !name.isBlank()) {
            find(name, resolution);
            return;
        }
        resolution.assume().put("w", fixedShare);
        put(true, true, resolution);
    }

    private static void put(boolean fixed, boolean mobile, Resolution resolution) {
        boolean byPower = isPowerModel(resolution.factors());
        if (fixed) {
            put(FIXED, "f", byPower, resolution);
            if (!byPower) {
                resolution.put("R", "network.router.power");
            }
        }
        if (mobile) {
            put(MOBILE, "m", byPower, resolution);
        }
    }

    private static void put(String prefix, String suffix, boolean byPower, Resolution resolution) {
        resolution.put("h" + suffix, prefix + "embodied");
        if (byPower) {
            resolution.put("c" + suffix, prefix + "power").put("g" + suffix, prefix + "power-per-rate");
        } else {
            resolution.put("k" + suffix, prefix + "energy");
        }
    }

    /** Whether the power model was chosen in place of the conventional one. */
    static boolean isPowerModel(FactorView factors) {
        Factor choice = factors.find("network.model", null);
        return choice != null && choice.central() >= POWER_MODEL;
    }
}
