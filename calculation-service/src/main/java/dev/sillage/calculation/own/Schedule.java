package dev.sillage.calculation.own;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What would hold when, if further factors were added: two of one key and zone must not hold at the same time. */
final class Schedule {
    private final TenantFactors present;
    private final Map<OwnFactor.Slot, NavigableMap<Instant, OwnFactor>> slots = new HashMap<>();
    private final Map<OwnFactor.Id, OwnFactor> added = new HashMap<>();

    Schedule(TenantFactors present, List<OwnFactor> wanted) {
        this.present = present;
        // What is replaced gives way first, so that the order of the request does not matter.
        wanted.stream().filter(OwnFactor::isTimed).forEach(factor -> slot(factor)
                .remove(factor.start()));
    }

    private NavigableMap<Instant, OwnFactor> slot(OwnFactor factor) {
        return slots.computeIfAbsent(factor.id().slot(), slot -> {
            NavigableMap<Instant, OwnFactor> byStart = new TreeMap<>();
            present.timed(slot).forEach(other -> byStart.put(other.start(), other));
            return byStart;
        });
    }

    /** Adds a factor; the other one when there is one that it would overlap, which leaves everything as it was. */
    Optional<OwnFactor> add(OwnFactor factor) {
        OwnFactor again = added.get(factor.id());
        if (again != null) {
            return Optional.of(again);
        }
        if (factor.isTimed()) {
            NavigableMap<Instant, OwnFactor> byStart = slot(factor);
            Optional<OwnFactor> other = Stream.of(
                            byStart.floorEntry(factor.start()), byStart.higherEntry(factor.start()))
                    .flatMap(Stream::ofNullable)
                    .map(Map.Entry::getValue)
                    .filter(factor::overlaps)
                    .findFirst();
            if (other.isPresent()) {
                return other;
            }
            byStart.put(factor.start(), factor);
        }
        added.put(factor.id(), factor);
        return Optional.empty();
    }

    static String period(OwnFactor factor) {
        return text(factor.from()) + "/" + text(factor.to());
    }

    private static String text(@Nullable Instant time) {
        return time == null ? ".." : time.toString();
    }
}
