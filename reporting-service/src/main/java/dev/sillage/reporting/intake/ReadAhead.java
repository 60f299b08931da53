package dev.sillage.reporting.intake;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * Takes the polls of one consumer, and reads the next one while the database takes the last. One is being stored and at
 * most one waits, so memory is bounded and the order is that of the topic. Nothing is lost when the service ends in
 * between: where to go on stands in the database.
 */
public final class ReadAhead {
    private static final Logger LOG = Logger.getLogger(ReadAhead.class);

    private final Intake intake;
    private final Executor threads;
    private final String channel;
    private final Function<ConsumerRecord<byte[], byte[]>, Received> reader;
    private final Store store;
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    /** For a consumer of that channel; see {@link Intake#take} for the reader and the store. */
    public ReadAhead(
            Intake intake,
            Executor threads,
            String channel,
            Function<ConsumerRecord<byte[], byte[]>, Received> reader,
            Store store) {
        this.intake = intake;
        this.threads = threads;
        this.channel = channel;
        this.reader = reader;
        this.store = store;
    }

    /**
     * Reads a poll, and returns when the one before it is stored and this one is being stored.
     *
     * @throws RuntimeException with which storing the one before ended; this one is not stored then
     */
    public synchronized void take(ConsumerRecords<byte[], byte[]> polled) {
        Poll poll = Poll.of(polled, reader);
        awaitStored();
        last = CompletableFuture.runAsync(() -> intake.store(channel, poll, store), threads)
                .whenComplete((stored, failure) -> {
                    if (failure != null) {
                        LOG.errorf(
                                failure, "%s: a poll could not be stored; it is read again after a restart", channel);
                    }
                });
    }

    private void awaitStored() {
        try {
            last.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
