package dev.sillage.local.machine;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Looks after a running machine. A part that dies is started again, each time after a longer pause; one that dies too
 * often ends the watch, because then a person must look.
 */
public final class Watch {
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(1);
    /** A part that has lived this long may die again as if for the first time. */
    private static final Duration GOOD_CONDUCT = Duration.ofMinutes(10);

    private final List<Part> parts;
    private final BooleanSupplier isClosing;
    private final int maxRestarts;
    private final Consumer<String> says;
    private final Map<String, Integer> restarts = new HashMap<>();
    private final Map<String, Long> lastDeath = new HashMap<>();

    /**
     * Begins nothing before {@link #run}.
     *
     * @param parts that run now
     * @param isClosing whether they are being stopped on purpose
     * @param maxRestarts how often one part is started again; 0 ends the watch at the first death
     */
    Watch(List<? extends Part> parts, BooleanSupplier isClosing, int maxRestarts, Consumer<String> says) {
        this.parts = List.copyOf(parts);
        this.isClosing = isClosing;
        this.maxRestarts = maxRestarts;
        this.says = says;
    }

    /**
     * Returns when the machine is being stopped.
     *
     * @throws StartException when a part died once too often
     */
    public void run() throws InterruptedException {
        while (!isClosing.getAsBoolean()) {
            for (Part part : parts) {
                if (!part.isAlive() && !isClosing.getAsBoolean()) {
                    revive(part);
                }
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private void revive(Part part) throws InterruptedException {
        int earlier = countDeath(part);
        String died = "The " + part.name() + " process has died.\n" + LogTail.of(part.log());
        if (earlier >= maxRestarts) {
            throw new StartException(died);
        }
        Duration backOff = FIRST_BACK_OFF.multipliedBy(1L << earlier);
        says.accept(died);
        says.accept(
                "Starting it again in " + backOff.toSeconds() + " s (" + (earlier + 1) + " of " + maxRestarts + ").");
        Thread.sleep(backOff.toMillis());
        try {
            part.start();
            says.accept(part.name() + " is back.");
        } catch (StartException e) {
            if (!isClosing.getAsBoolean()) {
                says.accept(e.getMessage());
            }
        }
    }

    /** How often the part had died before, lately. */
    private int countDeath(Part part) {
        long now = System.nanoTime();
        Long last = lastDeath.put(part.name(), now);
        if (last != null && now - last > GOOD_CONDUCT.toNanos()) {
            restarts.remove(part.name());
        }
        return restarts.merge(part.name(), 1, Integer::sum) - 1;
    }
}
