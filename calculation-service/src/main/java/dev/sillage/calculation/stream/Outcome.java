package dev.sillage.calculation.stream;

import dev.sillage.activity.ActivityKind;
import dev.sillage.calculation.result.RefusalReason;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What becomes of one activity: a footprint, what it avoided, that another one is taken back, or a dead letter. */
sealed interface Outcome {

    /** The activity, as it came. */
    ConsumerRecord<byte[], byte[]> activity();

    /** The record to publish. */
    ProducerRecord<byte[], byte[]> record();

    /** What is published instead when the broker refuses {@link #record} for its size, so that nothing waits for it. */
    DeadLettered cutShort();

    /** A footprint, a corrected one, or what was avoided: the record names its topic. */
    record Computed(
            ConsumerRecord<byte[], byte[]> activity,
            ProducerRecord<byte[], byte[]> record,
            ActivityKind kind,
            String methodology)
            implements Outcome {

        @Override
        public DeadLettered cutShort() {
            return tooLarge(activity);
        }
    }

    /** Another activity is taken back. */
    record Retracted(ConsumerRecord<byte[], byte[]> activity, ProducerRecord<byte[], byte[]> record)
            implements Outcome {

        @Override
        public DeadLettered cutShort() {
            return tooLarge(activity);
        }
    }

    private static DeadLettered tooLarge(ConsumerRecord<byte[], byte[]> activity) {
        RefusalReason reason = RefusalReason.INTERNAL_ERROR;
        String detail = "the result is larger than a record may be";
        return new DeadLettered(activity, DeadLetter.cutShort(activity, reason, detail), reason, detail);
    }

    /** An activity without a result. */
    record DeadLettered(
            ConsumerRecord<byte[], byte[]> activity,
            ProducerRecord<byte[], byte[]> record,
            RefusalReason reason,
            String detail)
            implements Outcome {

        @Override
        public DeadLettered cutShort() {
            return new DeadLettered(activity, DeadLetter.cutShort(activity, reason, detail), reason, detail);
        }
    }
}
