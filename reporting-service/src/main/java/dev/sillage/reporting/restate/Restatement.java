package dev.sillage.reporting.restate;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One time that a history is computed again.
 *
 * @param requestedBy name of the credential
 * @param reason in the words of whoever asked
 * @param methodology with which all is computed; null for the default of each kind
 * @param factorSet that the calculation must use until the end
 * @param from of the activities' times
 * @param to exclusive
 * @param kinds wire names; empty for all
 * @param dryRun whether nothing is changed but this record
 * @param detail why it failed, empty otherwise
 * @param progress how far it is
 * @param finishedAt when it was done, cancelled or failed
 */
record Restatement(
        UUID id,
        String tenant,
        String requestedBy,
        Instant requestedAt,
        String reason,
        @Nullable String methodology,
        String factorSet,
        Instant from,
        Instant to,
        List<String> kinds,
        boolean dryRun,
        State state,
        String detail,
        Progress progress,
        @Nullable Instant finishedAt) {

    /** Where it stands. */
    enum State {
        RUNNING,
        PAUSED,
        CANCELLED,
        DONE,
        FAILED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        boolean isFinal() {
            return this != RUNNING && this != PAUSED;
        }
    }

    /**
     * How far it is.
     *
     * @param expected activities that there were when it was asked for
     * @param examined of them, so far
     * @param changed whose figures, method or factors are others now
     * @param unchanged that are the same to the last digit
     * @param cursor the last one that was examined, newest first; null before the first
     */
    record Progress(
            long expected,
            long examined,
            long changed,
            long unchanged,
            @Nullable Cursor cursor) {}

    /** An activity in the order of time and digest. */
    record Cursor(Instant time, UUID digest) {}
}
