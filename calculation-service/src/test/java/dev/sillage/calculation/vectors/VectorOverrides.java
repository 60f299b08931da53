package dev.sillage.calculation.vectors;

import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.factor.Overrides;
import dev.sillage.calculation.model.Circumstances;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The factors that a vector gives itself, for whatever zone, in place of those of the catalogue. */
final class VectorOverrides implements Overrides {
    private final Map<String, Factor> factors = new LinkedHashMap<>();

    /** In place of all rows of a key of that catalogue, in another value of the same unit. */
    VectorOverrides set(FactorCatalogue catalogue, String key, double value) {
        String unit = catalogue.factors(key).stream()
                .findFirst()
                .map(Factor::unit)
                .orElseThrow(() -> new IllegalArgumentException("no factor " + key));
        return set(key, unit, value);
    }

    /** In place of all rows of a key. */
    VectorOverrides set(String key, String unit, double value) {
        Factor factor = new Factor(
                key, null, unit, value, value, value, null, null, null, "vector", "2026", null, QUALITY, null);
        Factor before = factors.put(key, factor);
        if (before != null && before.central() != value) {
            throw new IllegalArgumentException("two values for " + key);
        }
        return this;
    }

    Circumstances circumstances() {
        return new Circumstances(Circumstances.NEWEST.time(), this);
    }

    @Override
    public Factor find(String key, String zone, Instant time) {
        return factors.get(key);
    }

    @Override
    public String version() {
        return factors.toString();
    }

    @Override
    public long period(Instant time) {
        return 0;
    }
}
