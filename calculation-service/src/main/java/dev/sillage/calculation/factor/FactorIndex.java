package dev.sillage.calculation.factor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Factors by key and zone. Of several periods of one key and zone the latest counts; they must not overlap. */
final class FactorIndex {
    private static final String NO_ZONE = "";

    private final Map<String, Map<String, Factor>> current = new HashMap<>();
    private final Map<String, List<Placed>> all = new TreeMap<>();

    private record Placed(Factor factor, String place) {}

    /** Adds a row that was read at {@code place}, which complaints name. */
    void add(Factor factor, String place) {
        List<Placed> sameKey = all.computeIfAbsent(factor.key(), key -> new ArrayList<>());
        for (Placed other : sameKey) {
            if (zoneOf(other.factor).equals(zoneOf(factor)) && other.factor.overlaps(factor)) {
                throw new FactorException("%s, key %s: again zone '%s' for the same period as at %s, expected once"
                        .formatted(place, factor.key(), zoneOf(factor), other.place));
            }
        }
        sameKey.add(new Placed(factor, place));
        current.computeIfAbsent(factor.key(), key -> new HashMap<>())
                .merge(zoneOf(factor), factor, (a, b) -> startOf(a).isAfter(startOf(b)) ? a : b);
    }

    @Nullable
    Factor find(String key, @Nullable String zone) {
        Map<String, Factor> zones = current.get(key);
        return zones == null ? null : zones.get(zone == null ? NO_ZONE : zone);
    }

    /** All rows, by key, then zone, then period. */
    List<Factor> factors() {
        return all.values().stream().flatMap(FactorIndex::sorted).toList();
    }

    List<Factor> factors(String key) {
        return sorted(all.getOrDefault(key, List.of())).toList();
    }

    private static Stream<Factor> sorted(Collection<Placed> rows) {
        return rows.stream()
                .map(Placed::factor)
                .sorted(Comparator.comparing(FactorIndex::zoneOf).thenComparing(FactorIndex::startOf));
    }

    private static String zoneOf(Factor factor) {
        return factor.zone() == null ? NO_ZONE : factor.zone();
    }

    private static LocalDate startOf(Factor factor) {
        return factor.validFrom() == null ? LocalDate.MIN : factor.validFrom();
    }
}
