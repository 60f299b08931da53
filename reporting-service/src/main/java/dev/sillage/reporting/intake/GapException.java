package dev.sillage.reporting.intake;

import org.apache.kafka.common.TopicPartition;

/** The records at hand begin after the next one to take; whether something is missing between is to be found out. */
final class GapException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient TopicPartition partition;
    private final long expected;
    private final long first;

    GapException(TopicPartition partition, long expected, long first) {
        super(partition + " goes on at " + first + " instead of " + expected, null, false, false);
        this.partition = partition;
        this.expected = expected;
        this.first = first;
    }

    TopicPartition partition() {
        return partition;
    }

    long expected() {
        return expected;
    }

    long first() {
        return first;
    }
}
