package dev.sillage.calculation.model.segment;

import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.FactorCatalogue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How people are connected.
 *
 * @param energy kWh per GB, home router excluded
 * @param embodied g CO2e per GB
 * @param router W of one user's share of the home router, on a fixed line
 */
record Network(Factor energy, Factor embodied, @Nullable Factor router) {

    /** Both networks of a factor set. */
    record Both(Network fixed, Network mobile) {
        static Both of(FactorCatalogue catalogue) {
            return new Both(
                    new Network(
                            catalogue.factor("network.fixed.energy"),
                            catalogue.factor("network.fixed.embodied"),
                            catalogue.factor("network.router.power")),
                    new Network(
                            catalogue.factor("network.mobile.energy"),
                            catalogue.factor("network.mobile.embodied"),
                            null));
        }

        Network find(@Nullable String name, Assumptions assumptions) {
            if (name == null) {
                assumptions.usual();
                return fixed;
            }
            return switch (name.toLowerCase(Locale.ROOT)) {
                case "fixed" -> fixed;
                case "mobile" -> mobile;
                default -> {
                    assumptions.fallback("network-fallback");
                    yield fixed;
                }
            };
        }
    }
}
