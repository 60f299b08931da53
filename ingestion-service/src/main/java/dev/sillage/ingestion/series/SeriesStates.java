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
    private final Map<SeriesKey, @Nullable SeriesState> changed = new LinkedHashMap<>();

    int size() {
        return states.size();
    }

    /** Null when there is none, for what is removed. */
    void load(SeriesKey key, @Nullable SeriesState state) {
        if (state == null) {
            states.remove(key);
        } else {
            states.put(key, state);
        }
    }

    boolean has(SeriesKey key) {
        return states.containsKey(key);
    }

    SeriesState of(SeriesKey key) {
        return states.getOrDefault(key, SeriesState.NEW);
    }

    void put(SeriesKey key, SeriesState state) {
        states.put(key, state);
        changed.put(key, state);
    }

    /** The service sends spans. */
    void spansSeen(SeriesKey service, Instant at) {
        put(service, new SeriesState(SeriesState.NEW.entries(), 0, 0, at.getEpochSecond()));
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
