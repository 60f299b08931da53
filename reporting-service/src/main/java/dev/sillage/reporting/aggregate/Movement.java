package dev.sillage.reporting.aggregate;

import dev.sillage.reporting.aggregate.Replacements.Replacement;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What replacements take out of the report and what they put in. Each side is added up for itself, row by row of the rollup
 * per minute; that is all that rollups and kinds are told, so that they always agree.
 */
public final class Movement {
    private final Map<Slot, Sums> before = new HashMap<>();
    private final Map<Slot, Sums> after = new HashMap<>();
    private final Map<Long, String> kinds = new HashMap<>();

    private Movement() {}

    /**
     * Of these replacements.
     *
     * @param series ids of the dimensions of all new results
     */
    static Movement of(Collection<Replacement> replacements, Map<Dimensions, Long> series) {
        Movement movement = new Movement();
        replacements.forEach(replacement -> movement.add(replacement, series));
        return movement;
    }

    private void add(Replacement replacement, Map<Dimensions, Long> series) {
        LedgerRow row = replacement.before();
        if (row != null) {
            kinds.put(row.seriesId(), row.kind());
            sums(before, Slot.of(row.seriesId(), row.key().occurredAt())).add(row.bounds(), row.functionalQuantity());
        }
        ReceivedFootprint result = replacement.after();
        if (result != null) {
            long id = Objects.requireNonNull(series.get(result.dimensions()));
            kinds.put(id, result.dimensions().kind());
            sums(after, Slot.of(id, result.occurredAt())).add(result.bounds(), result.functionalUnit());
        }
    }

    /** Adds what the rollup per minute moves by. */
    void addTo(Map<Slot, Sums> perMinute) {
        after.forEach((slot, sums) -> sums(perMinute, slot).add(sums));
        before.forEach((slot, sums) -> sums(perMinute, slot).subtract(sums));
    }

    /** What is taken out, by kind. */
    public SortedMap<String, Sums> before() {
        return byKind(before);
    }

    /** What is put in, by kind. */
    public SortedMap<String, Sums> after() {
        return byKind(after);
    }

    private SortedMap<String, Sums> byKind(Map<Slot, Sums> side) {
        SortedMap<String, Sums> byKind = new TreeMap<>();
        side.forEach((slot, sums) -> byKind.computeIfAbsent(
                        Objects.requireNonNull(kinds.get(slot.seriesId())), first -> new Sums())
                .add(sums));
        return byKind;
    }

    private static Sums sums(Map<Slot, Sums> side, Slot slot) {
        return side.computeIfAbsent(slot, first -> new Sums());
    }
}
