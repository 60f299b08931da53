package dev.sillage.local.account;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Waits until everything that was accepted has arrived in the report. */
public final class Settling {
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration NEWS = Duration.ofSeconds(2);

    private final Report report;
    private final Duration patience;
    private final Consumer<String> says;

    /**
     * Waits for nothing yet.
     *
     * @param patience how long the counts may stand still before the wait is given up
     * @param says takes a line for the person who waits
     */
    public Settling(Report report, Duration patience, Consumer<String> says) {
        this.report = report;
        this.patience = patience;
        this.says = says;
    }

    /**
     * The counts as soon as they are as wanted.
     *
     * @throws IOException when they stood still for too long, or could not be read for as long
     */
    public Counts await(Predicate<Counts> wanted) throws IOException, InterruptedException {
        long lastChange = System.nanoTime();
        long lastNews = lastChange;
        @Nullable Counts last = null;
        @Nullable IOException trouble = null;
        while (System.nanoTime() - lastChange < patience.toNanos()) {
            try {
                Counts now = report.counts();
                if (wanted.test(now)) {
                    return now;
                }
                if (!now.equals(last)) {
                    last = now;
                    lastChange = System.nanoTime();
                }
                trouble = null;
            } catch (Report.RefusedException e) {
                throw e;
            } catch (IOException e) {
                trouble = e; // the service may be starting again; the limit decides
            }
            if (System.nanoTime() - lastNews > NEWS.toNanos()) {
                lastNews = System.nanoTime();
                says.accept(news(last, trouble));
            }
            Thread.sleep(PAUSE.toMillis());
        }
        throw new IOException(
                "the report has stood still for " + patience.toSeconds() + " s: " + news(last, trouble), trouble);
    }

    private static String news(@Nullable Counts counts, @Nullable IOException trouble) {
        String known = counts == null
                ? "no counts yet"
                : "since the data began: accepted " + counts.accepted() + ", computed " + counts.computed()
                        + ", reported " + counts.reported() + ", duplicates " + counts.duplicates()
                        + ", dead-lettered " + counts.deadLettered();
        return trouble == null ? known : known + " (" + trouble.getMessage() + ")";
    }
}
