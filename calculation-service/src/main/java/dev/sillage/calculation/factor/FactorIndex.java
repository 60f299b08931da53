package dev.sillage.calculation.factor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Factors by key and zone. Of several periods of one key and zone the latest counts unless a day is given; they must
 * not overlap. A row of the share-alike tables takes the place of the rows of the other tables that it overlaps.
 */
final class FactorIndex {
    private static final String NO_ZONE = "";

    private static final Comparator<Factor> BY_START = Comparator.comparing(FactorIndex::startOf);

    /** The days on which some row begins to hold, as days since 1970, ascending. */
    private long[] starts = {};

    /** The rows of one key and zone in order of their periods, so that the last is the latest. */
    private final Map<String, Map<String, Factor[]>> byZone = new HashMap<>();

    private final Map<String, List<Placed>> all = new TreeMap<>();

    private record Placed(Factor factor, String place, boolean shareAlike) {}

    /** Adds a row that was read at {@code place}, which complaints name. */
    void add(Factor factor, String place) {
        add(new Placed(factor, place, false));
    }

    /** Adds a row of the share-alike tables, which must be read last. */
    void addShareAlike(Factor factor, String place) {
        add(new Placed(factor, place, true));
    }

    private void add(Placed added) {
        Factor factor = added.factor;
        List<Placed> sameKey = all.computeIfAbsent(factor.key(), key -> new ArrayList<>());
        for (Placed other : List.copyOf(sameKey)) {
            if (zoneOf(other.factor).equals(zoneOf(factor)) && other.factor.overlaps(factor)) {
                if (!added.shareAlike || other.shareAlike) {
                    throw new FactorException("%s, key %s: again zone '%s' for the same period as at %s, expected once"
                            .formatted(added.place, factor.key(), zoneOf(factor), other.place));
                }
                sameKey.remove(other);
            }
        }
        sameKey.add(added);
        if (factor.validFrom() != null) {
            start(factor.validFrom().toEpochDay());
        }
        byZone.computeIfAbsent(factor.key(), key -> new HashMap<>())
                .put(
                        zoneOf(factor),
                        sameKey.stream()
                                .map(Placed::factor)
                                .filter(row -> zoneOf(row).equals(zoneOf(factor)))
                                .sorted(BY_START)
                                .toArray(Factor[]::new));
    }

    /** The latest period. */
    @Nullable
    Factor find(String key, @Nullable String zone) {
        Factor[] periods = periods(key, zone);
        return periods == null ? null : periods[periods.length - 1];
    }

    /** The period that holds on that day, else the latest one before it, else the earliest. */
    @Nullable
    Factor find(String key, @Nullable String zone, LocalDate day) {
        Factor[] periods = periods(key, zone);
        if (periods == null) {
            return null;
        }
        Factor found = periods[0];
        for (Factor period : periods) {
            if (!startOf(period).isAfter(day)) {
                found = period;
            }
        }
        return found;
    }

    private Factor @Nullable [] periods(String key, @Nullable String zone) {
        Map<String, Factor[]> zones = byZone.get(key);
        return zones == null ? null : zones.get(zone == null ? NO_ZONE : zone);
    }

    /** Whether some key is like that. */
    boolean hasKey(Predicate<String> like) {
        return all.keySet().stream().anyMatch(like);
    }

    private void start(long day) {
        int found = Arrays.binarySearch(starts, day);
        if (found < 0) {
            starts = Arrays.copyOf(starts, starts.length + 1);
            starts[starts.length - 1] = day;
            Arrays.sort(starts);
        }
    }

    /**
     * How many days, up to that one, some row begins to hold: equal for two days on which the same rows hold.
     *
     * @param day days since 1970
     */
    int period(long day) {
        int found = Arrays.binarySearch(starts, day);
        return found < 0 ? -found - 1 : found + 1;
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
                .sorted(Comparator.comparing(FactorIndex::zoneOf).thenComparing(BY_START));
    }

    private static String zoneOf(Factor factor) {
        return factor.zone() == null ? NO_ZONE : factor.zone();
    }

    private static LocalDate startOf(Factor factor) {
        return factor.validFrom() == null ? LocalDate.MIN : factor.validFrom();
    }
}
