package dev.sillage.calculation.model;

import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.Overrides;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a tenant, or a vector, sets in the place of the catalogue's factors, for all times. */
public final class OwnFactors implements Overrides {
    private final Map<String, Factor> factors = new HashMap<>();

    /** A factor that does not differ by place. */
    public OwnFactors set(String key, String unit, double value) {
        return set(key, null, unit, value);
    }

    /** The factor of a zone. */
    public OwnFactors set(String key, @Nullable String zone, String unit, double value) {
        factors.put(
                key + "|" + zone,
                new Factor(key, zone, unit, value, value, value, null, null, null, "own", null, null, QUALITY, null));
        return this;
    }

    /** These factors, for the newest of the catalogue otherwise. */
    public Circumstances circumstances() {
        return new Circumstances(Circumstances.NEWEST.time(), this);
    }

    @Override
    public @Nullable Factor find(String key, @Nullable String zone, Instant time) {
        return factors.get(key + "|" + zone);
    }

    @Override
    public String version() {
        return factors.isEmpty() ? "" : String.valueOf(factors.hashCode());
    }

    @Override
    public long period(Instant time) {
        return 0;
    }
}
