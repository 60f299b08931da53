package dev.sillage.calculation.recalculate;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How many requests may hold activities in memory at a time. */
@Singleton
class Turns {
    static final int AT_A_TIME = 2;

    /** Less than a client waits for an answer. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Semaphore free = new Semaphore(AT_A_TIME);

    boolean take() throws InterruptedException {
        return free.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    }

    void giveBack() {
        free.release();
    }
}
