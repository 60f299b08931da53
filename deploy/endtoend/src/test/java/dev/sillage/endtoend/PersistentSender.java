package dev.sillage.endtoend;

import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A client that repeats each request, same ids, until it is answered 202: what a careful sender does. It remembers
 * only what was acknowledged; that is what the report must contain, once.
 */
final class PersistentSender implements Runnable {
    private static final int BATCH = 100;
    private static final long PAUSE_AFTER_REFUSAL_MILLIS = 200;

    private final Api door;
    private final String source;
    private final String data;
    private final Instant time;
    private final AtomicBoolean enough = new AtomicBoolean();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong repeated = new AtomicLong();

    PersistentSender(Api door, String source, String data, Instant time) {
        this.door = door;
        this.source = source;
        this.data = data;
        this.time = time;
    }

    @Override
    public void run() {
        while (!enough.get()) {
            String batch = batch(acknowledged.get());
            while (!isAcknowledged(batch)) {
                repeated.incrementAndGet();
                LockSupport.parkNanos(PAUSE_AFTER_REFUSAL_MILLIS * 1_000_000);
            }
            acknowledged.addAndGet(BATCH);
        }
    }

    /** Lets the batch under way be acknowledged, and no further one begin. */
    void finish() {
        enough.set(true);
    }

    long acknowledged() {
        return acknowledged.get();
    }

    long repeated() {
        return repeated.get();
    }

    private boolean isAcknowledged(String batch) {
        try {
            return door.post("/v1/events", "application/x-ndjson", batch).status() == 202;
        } catch (IOException lostConnection) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private String batch(long first) {
        StringBuilder lines = new StringBuilder();
        for (long id = first; id < first + BATCH; id++) {
            lines.append("{\"specversion\":\"1.0\",\"id\":\"").append(id);
            lines.append("\",\"source\":\"").append(source);
            lines.append("\",\"type\":\"dev.sillage.activity.llm-inference.v1\",\"time\":\"")
                    .append(time);
            lines.append("\",\"data\":").append(data).append("}\n");
        }
        return lines.toString();
    }
}
