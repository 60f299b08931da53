package dev.sillage.ingestion.receive;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A request between its head and its answer. It may end more than once, on two threads at the same time, when its sender
 * goes away while it is answered; only the first end counts.
 */
final class OpenRequest {
    private final long startNanos = System.nanoTime();
    private final AtomicBoolean ended = new AtomicBoolean();

    /** How long it took, in nanoseconds, at its first end; below zero at every other. */
    long end() {
        return ended.compareAndSet(false, true) ? System.nanoTime() - startNanos : -1;
    }
}
