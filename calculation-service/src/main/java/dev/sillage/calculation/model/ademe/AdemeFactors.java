package dev.sillage.calculation.model.ademe;

import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.model.Case;
import dev.sillage.calculation.model.CriteriaPlan;
import dev.sillage.calculation.model.sheet.Operand;
import dev.sillage.calculation.model.sheet.Quantities;
import dev.sillage.calculation.model.sheet.Sheet;
import dev.sillage.calculation.model.sheet.Spread;
import dev.sillage.footprint.FunctionalUnit;
import dev.sillage.footprint.Tier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the constants of the reference for one activity. Where the reference lets a value be set, a tenant's own counts. */
final class AdemeFactors {
    private final FactorView factors;
    private final AdemePlace place;
    private final Map<String, Operand> operands = new HashMap<>();
    private final List<String> warnings = new ArrayList<>();

    /** What activities that name the same things have in common. */
    record Resolved(CriteriaPlan plan, String zone, List<String> warnings) {
        Case of(Quantities quantities, @Nullable FunctionalUnit delivered) {
            return new Case(plan, quantities, null, null, zone, Tier.CLASS, warnings, delivered);
        }
    }

    AdemeFactors(@Nullable String country, FactorView factors) {
        this.factors = factors;
        this.place = AdemePlace.find(country, factors.catalogue().zones());
        if (place.isFallback()) {
            warnings.add("zone-fallback");
        }
    }

    AdemeFactors put(String symbol, String key) {
        operands.put(symbol, Operand.of(factors.factor(key)));
        return this;
    }

    /** The tenant's own factor of that key, when there is one, in the place of what was put before. */
    AdemeFactors putOwn(String symbol, String ownKey) {
        Factor own = factors.find(ownKey, null);
        if (own != null) {
            operands.put(symbol, Operand.of(own));
        }
        return this;
    }

    AdemeFactors tell(String symbol, double value) {
        operands.put(symbol, Operand.told(value, "1"));
        return this;
    }

    AdemeFactors warn(String warning) {
        if (!warnings.contains(warning)) {
            warnings.add(warning);
        }
        return this;
    }

    /** Electricity of one segment. */
    AdemeFactors grid(String symbol, String segment) {
        Factor own = factors.find("ademe.grid." + segment, null);
        operands.put(symbol, Operand.of(own != null ? own : factors.factor("ademe.grid", place.zone())));
        return this;
    }

    /** The network of that name; a fixed line when none is named. Use and manufacture are one figure there. */
    AdemeFactors network(String symbol, @Nullable String network) {
        warn("combined:network-use-and-manufacture");
        String name = network == null ? "fixed" : network.strip().toLowerCase(Locale.ROOT);
        boolean known = name.equals("fixed") || name.equals("mobile");
        if (!known) {
            warn("network-fallback");
        }
        return put(symbol, "ademe.network." + (known ? name : "fixed") + "-" + place.network());
    }

    AdemeFactors device(@Nullable String name, Set<AdemeDevice> offered, String usualMix) {
        AdemeDevice device = name == null || name.isBlank() ? null : AdemeDevice.find(name);
        if (device != null && offered.contains(device)) {
            return mix(Map.of(device, 1.0));
        }
        if (name != null && !name.isBlank()) {
            warn("device-fallback");
        }
        return usualMix(usualMix);
    }

    /** A told mix is scaled to sum to one; the reference's own mixes are not. */
    AdemeFactors mix(Map<AdemeDevice, Double> shares) {
        double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        shares.forEach((device, share) -> {
            tell(device.shareSymbol(), share / sum);
            device.putFactors(this);
        });
        return grid("CId", "device");
    }

    AdemeFactors usualMix(String mix) {
        for (AdemeDevice device : AdemeDevice.values()) {
            String key = mix + "." + device.key();
            if (factors.find(key, null) != null) {
                put(device.shareSymbol(), key);
                device.putFactors(this);
            }
        }
        return grid("CId", "device");
    }

    /** The constants of the sheet {@code server}. */
    AdemeFactors server() {
        return put("Ms", "ademe.server.embodied")
                .put("Mf", "ademe.firewall.embodied")
                .put("nf", "ademe.firewall.count")
                .put("Mw", "ademe.switch.embodied")
                .put("nw", "ademe.switch.count")
                .put("Mr", "ademe.router.embodied")
                .put("nr", "ademe.router.count")
                .put("Mb", "ademe.building.embodied")
                .put("Ab", "ademe.building.area")
                .put("Lb", "ademe.building.lifetime")
                .put("Ls", "ademe.server.lifetime")
                .grid("CIc", "datacentre");
    }

    /** The constants of the sheet {@code delivery}. */
    AdemeFactors delivery() {
        return server().put("Ed", "ademe.netflix.electricity.direct")
                .put("Ei", "ademe.netflix.electricity.indirect")
                .put("un", "ademe.netflix.users")
                .put("uh", "ademe.netflix.daily-use")
                .put("uv", "ademe.netflix.volume")
                .put("up", "ademe.streaming.pue")
                .put("Ps", "ademe.server.power");
    }

    Resolved plan(Sheet sheet) {
        return new Resolved(new CriteriaPlan(sheet.plan(Spread.POINT, operands)), place.zone(), List.copyOf(warnings));
    }
}
