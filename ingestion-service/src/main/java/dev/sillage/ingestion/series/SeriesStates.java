package dev.sillage.ingestion.series;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The states of one partition, and which of them have changed since they were stored. */
final class SeriesStates {
    /** As long as a service that sends spans is not counted by its metrics after the last of them. */
    private static final Duration SPANS_WIN = Duration.ofHours(24);

    /** A running process exports at least hourly, also when nothing happened. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(7);

    private final Map<SeriesKey, SeriesState> states = new HashMap<>();
    private final Map<String, Integer> byTenant = new HashMap<>();
    private int entries;
    private final Map<SeriesKey, @Nullable SeriesState> changed = new LinkedHashMap<>();

    int size() {
        return states.size();
    }

    /** How many of them are of that tenant. */
    int sizeOf(String tenant) {
        return byTenant.getOrDefault(tenant, 0);
    }

    /** How many series all of them hold. */
    int entries() {
        return entries;
    }

    /** Null when there is none, for what is removed. */
    void load(SeriesKey key, @Nullable SeriesState state) {
        if (state == null) {
            removed(key, states.remove(key));
        } else {
            keep(key, state);
        }
    }

    private void keep(SeriesKey key, SeriesState state) {
        SeriesState before = states.put(key, state);
        entries += state.entries().size();
        if (before == null) {
            byTenant.merge(key.tenant(), 1, Integer::sum);
        } else {
            entries -= before.entries().size();
        }
    }

    private void removed(SeriesKey key, @Nullable SeriesState state) {
        if (state != null) {
            entries -= state.entries().size();
            byTenant.merge(key.tenant(), -1, (before, less) -> before + less == 0 ? null : before + less);
        }
    }

    boolean has(SeriesKey key) {
        return states.containsKey(key);
    }

    SeriesState of(SeriesKey key) {
        return states.getOrDefault(key, SeriesState.NEW);
    }

    void put(SeriesKey key, SeriesState state) {
        keep(key, state);
        changed.put(key, state);
    }

    /** The service sends spans. */
    void spansSeen(SeriesKey service, Instant at) {
        put(service, SeriesState.heardOf(at.getEpochSecond()));
    }

    boolean spansWin(SeriesKey service, Instant at) {
        SeriesState seen = states.get(service);
        return seen != null && seen.seenAtEpochSecond() + SPANS_WIN.toSeconds() > at.getEpochSecond();
    }

    /** Drops what was silent for so long that its process has ended. */
    void forgetSilent(Instant now) {
        long limit = now.minus(FORGOTTEN_AFTER).getEpochSecond();
        states.entrySet().removeIf(entry -> {
            boolean silent = entry.getValue().seenAtEpochSecond() < limit;
            if (silent) {
                removed(entry.getKey(), entry.getValue());
                changed.put(entry.getKey(), null);
            }
            return silent;
        });
    }

    /** What is to be stored; null for what is to be removed. */
    Map<SeriesKey, @Nullable SeriesState> changed() {
        return changed;
    }

    void stored() {
        changed.clear();
    }
}
