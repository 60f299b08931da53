package dev.sillage.calculation.factor;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/**
 * The figures of a published factor set.
 *
 * @param version for example {@code 2026.1}
 * @param published the day it was published
 * @param factors by key, zone and period
 */
public record FactorSet(String version, LocalDate published, List<HistoricFactor> factors) {

    public FactorSet {
        factors = List.copyOf(factors);
    }

    /** The first 12 hexadecimal digits of the SHA-256 over keys, zones, units and figures, in their order. */
    public String figuresDigest() {
        TreeMap<String, String> lines = new TreeMap<>();
        factors.forEach(factor -> lines.put(factor.identity(), factor.figures()));
        return FactorFiles.digestOf(String.join("\n", lines.values()));
    }

    /** All rows of one key. */
    public List<HistoricFactor> factors(String key) {
        return factors.stream().filter(factor -> factor.key().equals(key)).toList();
    }
}
