package dev.sillage.endtoend.faults;

import dev.sillage.endtoend.Api;
import dev.sillage.endtoend.Project;
import dev.sillage.local.machine.Java;
import dev.sillage.local.machine.Polling;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One more process of a packaged service beside that of the machine. It lives as long as a pipe from this test is open:
 * closing it kills the process at once, and so does whatever ends this test.
 */
final class Replica {
    private static final Duration READY_LIMIT = Duration.ofMinutes(2);
    private static final String WATCHED =
            "log=$1; shift; \"$@\" >>\"$log\" 2>&1 & echo $!; read -r end; kill -KILL $!; wait";

    private final String service;
    private final Path log;
    private final Api door;
    private final Map<String, String> settings;
    private @Nullable Process watch;
    private long pid;

    /**
     * Nothing runs yet.
     *
     * @param service its name, as in the name of its module
     * @param settings configuration by the names of environment variables; the address it listens on is added
     */
    Replica(String service, int port, Map<String, String> settings, Path log) {
        this.service = service;
        this.log = log;
        this.door = new Api(URI.create("http://127.0.0.1:" + port));
        this.settings = settings;
    }

    Api door() {
        return door;
    }

    /** Starts the process; it may not be ready yet. */
    void launch() {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                "sh",
                "-c",
                WATCHED,
                "replica",
                log.toString(),
                Java.program(),
                "-Xmx256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Project.file(service + "-service/target/quarkus-app/quarkus-run.jar")
                        .toString()));
        builder.environment().putAll(settings);
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment()
                .put("QUARKUS_HTTP_PORT", Integer.toString(door.url().getPort()));
        try {
            Process started = builder.redirectError(log.toFile()).start();
            watch = started;
            pid = Long.parseLong(
                    new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.US_ASCII))
                            .readLine());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start another " + service, e);
        }
    }

    /** Returns when it answers that it is ready. */
    void awaitReady() {
        if (!Polling.until(READY_LIMIT, () -> !isAlive() || isReady()) || !isAlive()) {
            throw new IllegalStateException("another " + service + " is not ready, see " + log);
        }
    }

    /** Ends it without any warning. */
    void kill() {
        Process running = watch;
        if (running == null) {
            return;
        }
        try {
            running.getOutputStream().close();
        } catch (IOException e) {
            // The watch is gone, and what it watched with it.
        }
        running.onExit().join();
        watch = null;
    }

    private boolean isAlive() {
        return watch != null
                && ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    private boolean isReady() {
        try {
            return door.get("/q/health/ready").status() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
