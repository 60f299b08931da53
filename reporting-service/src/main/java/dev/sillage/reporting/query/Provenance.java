package dev.sillage.reporting.query;

import dev.sillage.footprint.Tier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * By which methods, on which factors, how well known and with which warnings some figures came.
 *
 * @param methodologies methods and factor sets
 * @param tiers activities by quality tier, best first
 * @param warnings activities by warning
 */
public record Provenance(List<MethodologyUse> methodologies, Map<String, Long> tiers, List<WarningUse> warnings) {

    public record MethodologyUse(String methodology, String factorSet, long activities) {}

    public record WarningUse(String warning, long activities) {}

    public static Provenance of(List<Quality> qualities) {
        return new Provenance(methodologies(qualities), tiers(qualities), warnings(qualities));
    }

    private static List<MethodologyUse> methodologies(List<Quality> qualities) {
        Map<List<String>, Long> uses = new LinkedHashMap<>();
        qualities.forEach(quality ->
                uses.merge(List.of(quality.methodology(), quality.factorSet()), quality.activities(), Long::sum));
        return uses.entrySet().stream()
                .map(use -> new MethodologyUse(use.getKey().get(0), use.getKey().get(1), use.getValue()))
                .toList();
    }

    private static Map<String, Long> tiers(List<Quality> qualities) {
        Map<String, Long> tiers = new LinkedHashMap<>();
        for (Tier tier : Tier.values()) {
            long activities = qualities.stream()
                    .filter(quality -> quality.tier().equals(tier.wireName()))
                    .mapToLong(Quality::activities)
                    .sum();
            if (activities > 0) {
                tiers.put(tier.wireName(), activities);
            }
        }
        return tiers;
    }

    private static List<WarningUse> warnings(List<Quality> qualities) {
        Map<String, Long> uses = new TreeMap<>();
        qualities.forEach(quality -> Stream.of(quality.warnings().split(" ", -1))
                .filter(warning -> !warning.isEmpty())
                .forEach(warning -> uses.merge(warning, quality.activities(), Long::sum)));
        return uses.entrySet().stream()
                .map(use -> new WarningUse(use.getKey(), use.getValue()))
                .toList();
    }
}
