package dev.sillage.reporting.live;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Does something again and again on a thread of its own, whatever goes wrong with it, until it is stopped. */
final class Clockwork {
    private static final Logger LOG = Logger.getLogger(Clockwork.class);

    private final String name;
    private final Duration afterFailure;
    private final Supplier<Duration> task;
    private final ScheduledExecutorService thread;

    /**
     * @param afterFailure the pause after a failure
     * @param task what to do; returns the pause until the next time
     */
    Clockwork(String name, Duration afterFailure, Supplier<Duration> task) {
        this.name = name;
        this.afterFailure = afterFailure;
        this.task = task;
        thread = Executors.newSingleThreadScheduledExecutor(run -> {
            Thread made = new Thread(run, "sillage-" + name);
            made.setDaemon(true);
            return made;
        });
    }

    void start() {
        again(afterFailure);
    }

    void stop() {
        thread.shutdownNow();
    }

    private void run() {
        Duration pause = afterFailure;
        try {
            pause = task.get();
        } catch (RuntimeException | Error failure) {
            LOG.errorf(failure, "%s failed, and goes on", name);
        } finally {
            again(pause);
        }
    }

    private void again(Duration pause) {
        try {
            ScheduledFuture<?> next = thread.schedule(this::run, pause.toNanos(), TimeUnit.NANOSECONDS);
            LOG.tracef("%s: %s", name, next);
        } catch (RejectedExecutionException stopped) {
            LOG.debugf("%s has stopped", name);
        }
    }
}
