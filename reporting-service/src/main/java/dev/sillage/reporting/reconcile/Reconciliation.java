package dev.sillage.reporting.reconcile;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sillage.activity.ActivityTopic;
import dev.sillage.reporting.reconcile.Recorded.DeadLetterCount;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Whether the counts agree, in the shape of its JSON.
 *
 * @param accepted activities that ingestion took; null when it cannot be told, never a wrong number
 * @param acceptedUnknown why it cannot be told
 * @param computed footprints of distinct accepted activities that arrived here
 * @param reported of these, in the ledger
 * @param duplicates of these, of activities that were in the ledger already
 * @param amended of these, corrections and retractions that took effect
 * @param conflicts of the duplicates, those whose content is not what was counted
 * @param recomputed footprints beyond these, of activities that were computed again after a crash
 * @param deadLettered activities that could not be computed
 * @param inFlight what is on its way; null like accepted
 * @param differences what is neither done nor on its way; null like accepted
 * @param balanced whether every difference is zero; null when it cannot be told
 * @param deadLetters by stage and reason; those of stage reporting are footprints that could not be stored
 * @param tenants only the caller's
 * @param hours by hour of acceptance, when a range was asked for
 * @param asOf when the counts were read
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Reconciliation(
        @Nullable Long accepted,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String acceptedUnknown,
        long computed,
        long reported,
        long duplicates,
        long amended,
        long conflicts,
        long recomputed,
        long deadLettered,
        @Nullable InFlight inFlight,
        @Nullable Differences differences,
        @Nullable Boolean balanced,
        List<DeadLetterCount> deadLetters,
        List<OfTenant> tenants,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Hour> hours,
        Instant asOf) {

    /**
     * On its way.
     *
     * @param calculation accepted activities after the last one of which anything has arrived here
     * @param reporting records of footprints and dead letters that are not taken yet
     */
    record InFlight(long calculation, long reporting) {}

    /**
     * Zero when all is well.
     *
     * @param accepted accepted − computed − deadLettered, without what is in flight; above zero something is missing,
     *     below zero something was counted that nobody sent
     * @param computed computed − reported − duplicates − amended
     */
    record Differences(long accepted, long computed) {}

    /** The counts of a tenant. */
    record OfTenant(
            String tenant,
            long computed,
            long reported,
            long duplicates,
            long amended,
            long conflicts,
            long recomputed,
            long deadLettered) {}

    /** The same with hours. */
    Reconciliation with(List<Hour> hoursOfRange) {
        return new Reconciliation(
                accepted,
                acceptedUnknown,
                computed,
                reported,
                duplicates,
                amended,
                conflicts,
                recomputed,
                deadLettered,
                inFlight,
                differences,
                balanced,
                deadLetters,
                tenants,
                hoursOfRange,
                asOf);
    }

    /**
     * Compares what the database says with what the topics hold.
     *
     * @param ends of every partition, read after the database: what was counted is then never more than what was sent
     */
    static Reconciliation of(@Nullable String tenant, Recorded recorded, Map<TopicPartition, Long> ends, Instant asOf) {
        long accepted = 0;
        long notSeen = 0;
        long notTaken = 0;
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            TopicPartition partition = end.getKey();
            if (partition.topic().equals(ActivityTopic.NAME)) {
                accepted += end.getValue();
                long seen = recorded.seen().getOrDefault(partition.partition(), -1L);
                notSeen += Math.max(0, end.getValue() - 1 - seen);
            } else {
                notTaken += Math.max(0, end.getValue() - recorded.taken().getOrDefault(partition, 0L));
            }
        }
        Tally tally = recorded.tally();
        long missing = accepted - tally.computed() - tally.deadLettered() - notSeen;
        Differences differences = new Differences(
                missing < 0 ? missing : Math.max(0, missing - notTaken),
                tally.computed() - tally.reported() - tally.duplicates() - tally.amended());
        return answer(
                tenant,
                recorded,
                accepted,
                null,
                new InFlight(notSeen, notTaken),
                differences,
                differences.accepted() == 0 && differences.computed() == 0,
                asOf);
    }

    /** What can be told without the topics. */
    static Reconciliation withoutTopics(@Nullable String tenant, Recorded recorded, String reason, Instant asOf) {
        return answer(tenant, recorded, null, reason, null, null, null, asOf);
    }

    private static Reconciliation answer(
            @Nullable String tenant,
            Recorded recorded,
            @Nullable Long accepted,
            @Nullable String acceptedUnknown,
            @Nullable InFlight inFlight,
            @Nullable Differences differences,
            @Nullable Boolean balanced,
            Instant asOf) {
        Tally tally = recorded.tally();
        return new Reconciliation(
                accepted,
                acceptedUnknown,
                tally.computed(),
                tally.reported(),
                tally.duplicates(),
                tally.amended(),
                tally.conflicts(),
                tally.recomputed(),
                tally.deadLettered(),
                inFlight,
                differences,
                balanced,
                recorded.deadLetters(),
                tenant == null
                        ? List.of()
                        : List.of(new OfTenant(
                                tenant,
                                tally.computed(),
                                tally.reported(),
                                tally.duplicates(),
                                tally.amended(),
                                tally.conflicts(),
                                tally.recomputed(),
                                tally.deadLettered())),
                null,
                asOf);
    }
}
