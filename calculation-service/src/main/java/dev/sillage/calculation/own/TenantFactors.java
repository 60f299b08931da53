package dev.sillage.calculation.own;

import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.Overrides;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All factors that one tenant set. Immutable: a change gives another one. */
final class TenantFactors implements Overrides {
    private static final Comparator<OwnFactor> ORDER = Comparator.comparing(OwnFactor::key)
            .thenComparing(factor -> factor.zone() == null ? "" : factor.zone())
            .thenComparing(OwnFactor::isTimed)
            .thenComparing(OwnFactor::start);

    static final TenantFactors NONE = new TenantFactors(List.of());

    private final List<OwnFactor> all;
    private final Map<OwnFactor.Slot, Timeline> bySlot;
    private final Instant[] changes;
    private final String version;

    TenantFactors(Collection<OwnFactor> factors) {
        all = factors.stream().sorted(ORDER).toList();
        bySlot = new HashMap<>();
        all.stream()
                .collect(Collectors.groupingBy(factor -> factor.id().slot()))
                .forEach((slot, ofSlot) -> bySlot.put(slot, new Timeline(ofSlot)));
        TreeSet<Instant> moments = new TreeSet<>();
        all.stream().filter(OwnFactor::isTimed).forEach(factor -> {
            moments.add(factor.start());
            moments.add(factor.end());
        });
        changes = moments.toArray(Instant[]::new);
        version = all.isEmpty() ? "" : "own." + Digest.of(all);
    }

    @Override
    public @Nullable Factor find(String key, @Nullable String zone, Instant time) {
        if (all.isEmpty()) {
            return null;
        }
        Timeline timeline = bySlot.get(new OwnFactor.Slot(key, zone));
        return timeline == null ? null : timeline.at(time);
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public long period(Instant time) {
        int found = Arrays.binarySearch(changes, time);
        return found >= 0 ? found + 1L : -found - 1L;
    }

    /** By key, zone and time. */
    List<OwnFactor> all() {
        return all;
    }

    /** Those of one key and zone that hold for some time only, by time. */
    List<OwnFactor> timed(OwnFactor.Slot slot) {
        Timeline timeline = bySlot.get(slot);
        return timeline == null ? List.of() : timeline.timed;
    }

    /** The factors of one key and zone over time. */
    private static final class Timeline {
        private final @Nullable Factor always;
        private final List<OwnFactor> timed;
        private final Instant[] starts;
        private final Factor[] factors;

        Timeline(List<OwnFactor> sorted) {
            always = sorted.stream()
                    .filter(factor -> !factor.isTimed())
                    .findFirst()
                    .map(OwnFactor::asFactor)
                    .orElse(null);
            timed = sorted.stream().filter(OwnFactor::isTimed).toList();
            starts = timed.stream().map(OwnFactor::start).toArray(Instant[]::new);
            factors = timed.stream().map(OwnFactor::asFactor).toArray(Factor[]::new);
        }

        @Nullable
        Factor at(Instant time) {
            int found = Arrays.binarySearch(starts, time);
            int latest = found >= 0 ? found : -found - 2;
            return latest >= 0 && time.isBefore(timed.get(latest).end()) ? factors[latest] : always;
        }
    }
}
