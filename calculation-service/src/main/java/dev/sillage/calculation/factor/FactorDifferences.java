package dev.sillage.calculation.factor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What differs between two factor sets, each list by key, zone and period.
 *
 * @param from the version of the one set
 * @param to the version of the other
 * @param added only in the other
 * @param removed only in the one
 * @param changed in both, with another unit or other figures
 */
public record FactorDifferences(
        String from, String to, List<HistoricFactor> added, List<HistoricFactor> removed, List<FactorChange> changed) {

    static FactorDifferences between(FactorSet from, FactorSet to) {
        Map<String, HistoricFactor> before = byIdentity(from);
        Map<String, HistoricFactor> after = byIdentity(to);
        return new FactorDifferences(
                from.version(),
                to.version(),
                after.values().stream()
                        .filter(factor -> !before.containsKey(factor.identity()))
                        .toList(),
                before.values().stream()
                        .filter(factor -> !after.containsKey(factor.identity()))
                        .toList(),
                before.values().stream()
                        .flatMap(factor -> change(factor, after).stream())
                        .toList());
    }

    private static Optional<FactorChange> change(HistoricFactor before, Map<String, HistoricFactor> all) {
        return Optional.ofNullable(all.get(before.identity()))
                .filter(after -> !after.figures().equals(before.figures()))
                .map(after -> new FactorChange(before, after));
    }

    private static Map<String, HistoricFactor> byIdentity(FactorSet set) {
        Map<String, HistoricFactor> byIdentity = new LinkedHashMap<>();
        set.factors().forEach(factor -> byIdentity.put(factor.identity(), factor));
        return byIdentity;
    }
}
