package dev.sillage.calculation.stream;

import java.time.Duration;
import java.util.BitSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to publish a batch: counts the answers of the broker, so that a batch has one completion and not one per
 * record. Called from the sending threads of the producers.
 */
final class Attempt {
    private final CountDownLatch unanswered;
    private final BitSet tooLarge = new BitSet();
    private volatile @Nullable Exception failure;

    Attempt(int records) {
        unanswered = new CountDownLatch(records);
    }

    /** The answer for the record at that position of the batch; null means durable. */
    void answered(int position, @Nullable Exception failed) {
        if (failed instanceof RecordTooLargeException) {
            synchronized (tooLarge) {
                tooLarge.set(position);
            }
        } else if (failed != null) {
            failure = failed;
        }
        unanswered.countDown();
    }

    boolean await(Duration longest) throws InterruptedException {
        return unanswered.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The last failure that another attempt may overcome, or null. */
    @Nullable
    Exception failure() {
        return failure;
    }

    /** The positions of the records that no attempt can publish as they are. */
    BitSet tooLarge() {
        synchronized (tooLarge) {
            return (BitSet) tooLarge.clone();
        }
    }
}
