package dev.sillage.local.machine;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A process of ours that is running or has run. */
final class Child {
    /** How a process is asked to end. */
    enum Signal {
        /** What most programs take as "finish and leave". */
        TERM,
        /** PostgreSQL: close the sessions, write a checkpoint, leave ("fast shutdown"). */
        INT,
        /** PostgreSQL: leave at once, recover at the next start ("immediate shutdown"). */
        QUIT
    }

    private final String name;
    private final Process process;
    private final Path log;
    private final Signal politely;

    Child(String name, Process process, Path log, Signal politely) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.politely = politely;
    }

    String name() {
        return name;
    }

    Path log() {
        return log;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Its exit status, once it has ended. */
    int exitStatus() {
        return process.exitValue();
    }

    int await() throws InterruptedException {
        return process.waitFor();
    }

    /** Asks it to end in its own good way and returns when it has; kills it after the limit. */
    void stop(Duration limit) {
        stop(politely, limit);
    }

    void stop(Signal signal, Duration limit) {
        send(signal);
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
        }
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    private void send(Signal signal) {
        if (signal == Signal.TERM) {
            process.destroy();
            return;
        }
        if (!process.isAlive()) {
            return; // its number may already belong to somebody else
        }
        try {
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
        }
    }
}
