package dev.sillage.activity;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * One run of one replica of the ingestion service, from its start to its end. Its id is the key of its records.
 *
 * @param id of this run, never used again
 * @param startedAt when it began to count
 * @param seenAt when it said this; what it counted before was told before
 * @param state whether more may come, or something was lost
 */
public record Incarnation(String id, Instant startedAt, Instant seenAt, State state) {

    public Incarnation {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(seenAt, "seenAt");
        Objects.requireNonNull(state, "state");
    }

    /** How it is with its counts. */
    public enum State {
        /** It counts. Not heard of any more it was killed, and what it took last was not counted. */
        COUNTING,
        /** It ended in order: all that it took is counted. */
        ENDED,
        /** It had more tenants and hours than it remembers, so that some counts are too low. */
        INCOMPLETE;

        /** Its name in JSON. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The state of that name. */
        public static Optional<State> ofWireName(String name) {
            for (State state : values()) {
                if (state.wireName().equals(name)) {
                    return Optional.of(state);
                }
            }
            return Optional.empty();
        }
    }
}
