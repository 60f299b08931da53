package dev.sillage.endtoend.faults;

import dev.sillage.endtoend.Api;
import dev.sillage.endtoend.Books;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Sends the requests of one lane, each again and again until all of its events are acknowledged. */
final class LaneSender implements Callable<Void> {
    private static final long PAUSE_AFTER_REFUSAL_MILLIS = 200;

    private final Api door;
    private final List<Load.Request> requests;
    private final Progress progress;

    LaneSender(Api door, List<Load.Request> requests, Progress progress) {
        this.door = door;
        this.requests = requests;
        this.progress = progress;
    }

    @Override
    public Void call() throws InterruptedException {
        for (Load.Request request : requests) {
            pause(request.pauseMillis());
            long deadline = System.nanoTime() + Books.LIMIT.toNanos();
            while (!isAcknowledged(request)) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("no request was acknowledged for " + Books.LIMIT);
                }
                pause(PAUSE_AFTER_REFUSAL_MILLIS);
            }
            progress.acknowledged.addAndGet(request.events());
        }
        return null;
    }

    private boolean isAcknowledged(Load.Request request) throws InterruptedException {
        progress.sent.addAndGet(request.events());
        try {
            Api.Answer answer = door.post("/v1/events", "application/x-ndjson", request.lines());
            if (answer.status() != 202 && answer.status() != 429 && answer.status() < 500) {
                throw new IllegalStateException("the door answered " + answer);
            }
            return answer.status() == 202 && answer.body().path("accepted").asInt() == request.events();
        } catch (IOException lostConnection) {
            return false;
        }
    }

    private static void pause(long millis) {
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
    }

    /** Of all lanes of a run: events that were sent, copies for want of an answer included, and that were acknowledged. */
    static final class Progress {
        final AtomicLong sent = new AtomicLong();
        final AtomicLong acknowledged = new AtomicLong();
    }
}
