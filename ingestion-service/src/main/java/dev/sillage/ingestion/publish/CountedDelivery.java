package dev.sillage.ingestion.publish;

import dev.sillage.ingestion.account.HourCount;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.BufferExhaustedException;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * Counts each activity of a delivery when the broker has it, whoever still waits for that: so what is counted is what the
 * topic holds.
 */
record CountedDelivery(HourCount count, Delivery delivery) implements Callback {

    void send(Producer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> activity) {
        count.sending();
        try {
            Future<RecordMetadata> unused = producer.send(activity, this);
        } catch (RuntimeException e) {
            // What the producer throws it has not taken.
            count.notStored();
            throw e;
        }
    }

    @Override
    public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception failure) {
        if (failure == null) {
            count.durable();
        } else if (isNotStored(failure)) {
            count.notStored();
        } else {
            count.uncertain();
        }
        delivery.onCompletion(metadata, failure);
    }

    private static boolean isNotStored(Exception failure) {
        return failure instanceof BufferExhaustedException
                || failure instanceof RecordTooLargeException
                || failure instanceof AuthorizationException;
    }
}
