package dev.sillage.reporting.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL server that can be stopped as in a crash and started again on the same port and data. */
public final class Database {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final Path directory;
    private final EmbeddedPostgres server;

    private Database(Path directory, EmbeddedPostgres server) {
        this.directory = directory;
        this.server = server;
    }

    static Database start() {
        try {
            return open(Files.createTempDirectory("sillage-reporting-test"), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts again what {@link #crash} stopped. */
    public static Database startAgain(Path directory, int port) {
        try {
            // The lock of the server that crashed is still held in this process.
            Files.deleteIfExists(directory.resolve("epg-lock"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return open(directory, port);
    }

    /** Immediate shutdown: connections are cut, nothing is flushed, the next start recovers. */
    public static void crash(Path directory) {
        try {
            ProcessHandle postmaster = postmaster(directory);
            new ProcessBuilder(List.of("kill", "-QUIT", String.valueOf(postmaster.pid())))
                    .start()
                    .waitFor();
            postmaster.onExit().get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("the database could not be stopped", e);
        }
    }

    /** Processor time of all processes of the server that still run. */
    public static Duration processorTime(Path directory) {
        return postmaster(directory)
                .children()
                .map(child -> child.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static ProcessHandle postmaster(Path directory) {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readAllLines(directory.resolve("postmaster.pid"))
                            .get(0)
                            .trim()))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String jdbcUrl() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    int port() {
        return server.getPort();
    }

    Path directory() {
        return directory;
    }

    /** Ends it, and leaves nothing: some hundred megabytes each time would fill a disk. */
    void stop() {
        try {
            server.close();
            try (Stream<Path> all = Files.walk(directory)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Database open(Path directory, int port) {
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(directory)
                    .setCleanDataDirectory(false)
                    .setPGStartupWait(START_LIMIT)
                    // Without it a commit costs less here than anywhere else, and a crash proves less.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("shared_buffers", "256MB")
                    .setServerConfig("max_wal_size", "2GB");
            return new Database(directory, (port == 0 ? builder : builder.setPort(port)).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
