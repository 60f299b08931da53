package dev.sillage.local.machine;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Looks again and again until something holds, but not for ever. */
public final class Polling {
    private static final long PAUSE_MILLIS = 50;

    private Polling() {}

    /** Whether it held within the limit; an interrupt ends the wait at once and stays set. */
    public static boolean until(Duration limit, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
