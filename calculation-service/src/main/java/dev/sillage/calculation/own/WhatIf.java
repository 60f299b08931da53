package dev.sillage.calculation.own;

import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.Overrides;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Factors that one request sets for itself, to see what would be. They come before all others. */
public final class WhatIf {
    /** No factor set. */
    public static final WhatIf NONE = new WhatIf(Map.of());

    private final Map<OwnFactor.Slot, Factor> factors;

    WhatIf(Map<OwnFactor.Slot, Factor> factors) {
        this.factors = Map.copyOf(factors);
    }

    /** The keys that are set. */
    public Set<String> keys() {
        return factors.keySet().stream().map(OwnFactor.Slot::key).collect(Collectors.toSet());
    }

    /** These factors before those; a factor without a zone stands for all zones. */
    public Overrides over(Overrides others) {
        return factors.isEmpty() ? others : new Layered(factors, others, "with." + digest());
    }

    private String digest() {
        Map<String, String> sorted = new TreeMap<>();
        factors.forEach((slot, factor) ->
                sorted.put(slot.toString(), factor.low() + "," + factor.central() + "," + factor.high()));
        return Digest.of(sorted.toString());
    }

    private record Layered(Map<OwnFactor.Slot, Factor> factors, Overrides others, String digest) implements Overrides {

        @Override
        public @Nullable Factor find(String key, @Nullable String zone, Instant time) {
            Factor exact = factors.get(new OwnFactor.Slot(key, zone));
            if (exact != null) {
                return exact;
            }
            Factor everywhere = zone == null ? null : factors.get(new OwnFactor.Slot(key, null));
            return everywhere != null ? everywhere : others.find(key, zone, time);
        }

        @Override
        public String version() {
            return others.version().isEmpty() ? digest : others.version() + "~" + digest;
        }

        @Override
        public long period(Instant time) {
            return others.period(time);
        }
    }
}
