package dev.sillage.local.replay;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** Tells now and then how far a replay has come. */
final class Progress {
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final int total;
    private final Consumer<String> says;
    private final long start = System.nanoTime();
    private long last = start;

    Progress(int total, Consumer<String> says) {
        this.total = total;
        this.says = says;
    }

    void show(Outcome outcome) {
        long now = System.nanoTime();
        boolean complete = outcome.sent() == total;
        if (!complete && now - last < PERIOD.toNanos()) {
            return;
        }
        last = now;
        double seconds = (now - start) / 1e9;
        says.accept(String.format(
                Locale.ROOT,
                "  sent %,d of %,d events, accepted %,d, refused %,d, %,.0f events/s",
                outcome.sent(),
                total,
                outcome.accepted(),
                outcome.refused(),
                outcome.sent() / seconds));
    }
}
