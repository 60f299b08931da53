package dev.sillage.reporting.conflict;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An activity that was not counted.
 *
 * @param source of it, and of the one that was counted
 * @param id likewise
 * @param kind of it
 * @param counted the activity that was counted under this source and id
 * @param notCounted the one that came later with another content
 */
record Conflict(String source, String id, String kind, Counted counted, NotCounted notCounted) {

    /**
     * What is in the report.
     *
     * @param time when it ended
     */
    record Counted(Instant time) {}

    /**
     * What is not.
     *
     * @param time when it ended, as it says
     * @param times how often it came
     * @param firstSeen when it came first
     * @param lastSeen when it came last
     * @param origin topic, partition and offset of the first, when that is known
     */
    record NotCounted(
            Instant time,
            long times,
            Instant firstSeen,
            Instant lastSeen,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String origin) {}
}
