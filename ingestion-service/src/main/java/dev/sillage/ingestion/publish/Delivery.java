package dev.sillage.ingestion.publish;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * The events of one request on their way: done when the last of them is acknowledged, failed with the first that is
 * not. One object for all of them, because a future for each would cost more than sending it.
 */
final class Delivery implements Callback {
    private final AtomicInteger missing;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final long startNanos = System.nanoTime();

    Delivery(int records) {
        this.missing = new AtomicInteger(records);
    }

    @Override
    public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception failure) {
        if (failure != null) {
            done.completeExceptionally(failure);
        } else if (missing.decrementAndGet() == 0) {
            done.complete(null);
        }
    }

    /** How long it has been under way. */
    long ageNanos() {
        return System.nanoTime() - startNanos;
    }

    void fail(Exception reason) {
        done.completeExceptionally(reason);
    }

    boolean hasFailed() {
        return done.isCompletedExceptionally();
    }

    CompletableFuture<Void> done() {
        return done;
    }
}
