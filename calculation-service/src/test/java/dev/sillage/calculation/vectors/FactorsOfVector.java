package dev.sillage.calculation.vectors;

import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.Overrides;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Factors that a vector gives, as a tenant would set them. */
final class FactorsOfVector implements Overrides {
    private final Map<String, Factor> factors = new HashMap<>();

    /** Sets a factor, in every zone; a null leaves that of the catalogue. */
    FactorsOfVector set(String key, String unit, @Nullable Double value) {
        return value == null ? this : set(key, unit, value, value);
    }

    FactorsOfVector set(String key, String unit, double low, double high) {
        factors.put(
                key,
                new Factor(
                        key,
                        null,
                        unit,
                        low,
                        (low + high) / 2,
                        high,
                        null,
                        null,
                        null,
                        "golden vector",
                        null,
                        null,
                        QUALITY,
                        null));
        return this;
    }

    @Override
    public @Nullable Factor find(String key, @Nullable String zone, Instant time) {
        return factors.get(key);
    }

    @Override
    public String version() {
        return "vector-" + factors.hashCode();
    }

    @Override
    public long period(Instant time) {
        return 0;
    }
}
