package dev.sillage.reporting.reconcile;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * What the database says, all of one moment.
 *
 * @param tally of the tenant that asks, or of all
 * @param deadLetters by stage and reason
 * @param onlyTenant whether there is no other tenant, so that counts of the topics are this tenant's
 * @param seen per partition of activities, the highest one of which a footprint or a dead letter has come
 * @param taken per partition that is consumed, the next offset
 */
record Recorded(
        Tally tally,
        List<DeadLetterCount> deadLetters,
        boolean onlyTenant,
        Map<Integer, Long> seen,
        Map<TopicPartition, Long> taken) {

    /** How many dead letters of one kind. */
    record DeadLetterCount(String stage, String reason, long count) {}
}
