package dev.sillage.local.machine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One of the long-running processes of the machine; it can be started again after it was stopped, killed or died. */
public abstract sealed class Part permits Database, Broker, Service {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final String name;
    private final Path log;
    private final Duration readyLimit;
    private volatile @Nullable Child child;

    Part(String name, Path log, Duration readyLimit) {
        this.name = name;
        this.log = log;
        this.readyLimit = readyLimit;
    }

    public final String name() {
        return name;
    }

    public final Path log() {
        return log;
    }

    /** Starts the process; it may not be ready yet. */
    public final void launch() {
        if (isAlive()) {
            throw new StartException(name + " is already running");
        }
        child = spawn();
    }

    /**
     * Returns when it can be used.
     *
     * @throws StartException with the end of the log when it died or did not become ready in time
     */
    public final void awaitReady() {
        Child started = running();
        boolean answered = Polling.until(readyLimit, () -> !started.isAlive() || isReady());
        if (Thread.currentThread().isInterrupted()) {
            throw new StartException("interrupted while waiting for " + name);
        }
        if (!started.isAlive()) {
            throw new StartException(
                    name + " ended with status " + started.exitStatus() + " while starting.\n" + LogTail.of(log));
        }
        if (!answered) {
            throw new StartException(name + " was not ready after " + readyLimit.toSeconds() + " s: " + readyTest()
                    + "\n" + LogTail.of(log));
        }
        whenReady();
    }

    /** Starts the process and returns when it is ready. */
    public final void start() {
        launch();
        awaitReady();
    }

    public final boolean isAlive() {
        Child current = child;
        return current != null && current.isAlive();
    }

    /** Number of the process, for those who want to hurt it. */
    public final long pid() {
        return running().pid();
    }

    /** Ends it in its own good way; a part that does not run stays as it is. */
    public final void stop() {
        Child current = child;
        if (current != null && current.isAlive()) {
            current.stop(STOP_LIMIT);
        }
    }

    /** Ends it without any warning, as the power supply would. */
    public final void kill() {
        running().kill();
    }

    final Child running() {
        return Objects.requireNonNull(child, () -> name + " was never started");
    }

    abstract Child spawn();

    abstract boolean isReady();

    /** What {@link #isReady} looks at, for a message. */
    abstract String readyTest();

    /** What is still to be prepared in it before others use it. */
    void whenReady() {}
}
